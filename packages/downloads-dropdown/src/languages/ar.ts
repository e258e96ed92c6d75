/** The words of downloads in Arabic. */
export default {
  'runs-on': 'يعمل على',
  download: 'تنزيل',
  own: 'منصتك أولًا كما يسمّيها متصفحك. لم يُرسَل شيء.',
  desktop: 'الحاسوب',
  web: 'الويب',
};

/** The words of downloads in Persian. */
export default {
  'runs-on': 'قابل اجرا روی',
  download: 'دریافت',
  own: 'نخست سکوی شما، چنان‌که مرورگرتان می‌گوید. چیزی فرستاده نشد.',
  desktop: 'رایانه',
  web: 'وب',
};

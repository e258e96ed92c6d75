/** The words of downloads in Simplified Chinese. */
export default {
  'runs-on': '适用于',
  download: '下载',
  own: '您的平台排在最前，以浏览器所报为准。未发送任何信息。',
  desktop: '电脑',
  web: '网页',
};

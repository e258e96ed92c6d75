/** The words of downloads in Simplified Chinese. */
export default {
  'runs-on': '适用于',
  download: '下载',
  own: '浏览器所报的平台排在最前，没有发送任何信息。',
  desktop: '桌面',
  web: '网页',
};

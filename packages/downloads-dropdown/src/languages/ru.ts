/** The words of downloads in Russian. */
export default {
  'runs-on': 'Работает на',
  download: 'Скачать',
  own: 'Ваша платформа первая: так её называет ваш браузер. Ничего не отправлено.',
  desktop: 'компьютер',
  web: 'Веб',
};

/** The words of downloads in Russian. */
export default {
  'runs-on': 'Платформы',
  download: 'Скачать',
  own: 'Сначала ваша платформа, как её называет ваш браузер. Ничего не отправлено.',
  desktop: 'компьютер',
  web: 'Веб',
};

/** The words of downloads in German. */
export default {
  'runs-on': 'Läuft auf',
  download: 'Herunterladen',
  own: 'Ihre Plattform zuerst, wie Ihr Browser sie nennt. Nichts wurde gesendet.',
  desktop: 'Desktop',
  web: 'Web',
};

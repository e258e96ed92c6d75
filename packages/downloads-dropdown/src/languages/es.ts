/** The words of downloads in Spanish. */
export default {
  'runs-on': 'Disponible en',
  download: 'Descargar',
  own: 'Primero su plataforma, tal como la identifica su navegador. No se ha enviado nada.',
  desktop: 'escritorio',
  web: 'Web',
};

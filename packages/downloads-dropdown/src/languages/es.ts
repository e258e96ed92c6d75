/** The words of downloads in Spanish. */
export default {
  'runs-on': 'Disponible en',
  download: 'Descargar',
  own: 'Primero su plataforma, según la nombra su navegador. No se ha enviado nada.',
  desktop: 'escritorio',
  web: 'Web',
};

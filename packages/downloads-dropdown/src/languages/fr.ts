/** The words of downloads in French. */
export default {
  'runs-on': 'Fonctionne sur',
  download: 'Télécharger',
  own: 'Votre plateforme d’abord, telle que votre navigateur la nomme. Rien n’a été envoyé.',
  desktop: 'ordinateur',
  web: 'Web',
};

const heard = document.querySelector('#heard');
addEventListener('messenger-load', ({ messenger }) => heard.append(`load ${messenger.id} `));
addEventListener('download-follow', ({ platform }) => heard.append(`follow ${platform} `));

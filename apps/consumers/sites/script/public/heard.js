const heard = document.querySelector('#heard');
addEventListener('messenger-load', ({ target }) => heard.append(`load ${target.name} `));
addEventListener('download-follow', ({ platform }) => heard.append(`follow ${platform} `));

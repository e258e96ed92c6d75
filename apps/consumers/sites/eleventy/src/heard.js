const heard = document.querySelector('#heard');
addEventListener('messenger-load', ({ id }) => heard.append(`load ${id} `));
addEventListener('download-follow', ({ platform }) => heard.append(`follow ${platform} `));

// A page of the preview: it is loaded anew when it changed, and shows what is wrong with the catalogue.
(() => {
  const { state } = document.currentScript.dataset;
  const KEY = 'florilege-place';

  // Where one was on the page, once it is loaded anew.
  const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  sessionStorage.removeItem(KEY);
  if (place?.path === location.pathname) addEventListener('load', () => scrollTo(place.x, place.y));
  const reload = () => {
    sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
    location.reload();
  };

  // Problems stand beside the page's own styles, and never take the focus.
  let told = null;
  let host;
  const tell = (problems) => {
    if (problems === told) return;
    told = problems;
    host?.remove();
    if (!problems) return;
    host = document.createElement('florilege-problems');
    const shadow = host.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/.florilege/problems.css';
    const text = document.createElement('div');
    // It was escaped where it was made.
    text.innerHTML = problems;
    shadow.append(style, text);
    shadow.querySelector('button').addEventListener('click', () => host.remove());
    document.body.append(host);
  };

  // A browser keeps few connections to one place: pages that nobody sees leave theirs to others.
  let events;
  const listen = () => {
    events?.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource(`/.florilege/events${location.pathname}`);
    events.addEventListener('message', ({ data }) => {
      const news = data ? JSON.parse(data) : null;
      if (news?.state !== state) reload();
      else tell(news.problems);
    });
  };
  document.addEventListener('visibilitychange', listen);
  listen();
})();

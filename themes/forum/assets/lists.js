// Lists of sheets that readers make for themselves. search.js or filters.js finds the sheets, this shows them.
// The page says all words.
(() => {
  const form = document.querySelector('form[data-lists]');
  const found = document.querySelector('.found');
  if (!form || !found) return;
  const status = document.querySelector('[role="status"]');
  const list = found.querySelector('ol');
  const more = found.querySelector('button');
  const models = found.querySelector('template').content.children;
  const address = new URL(form.dataset.lists, location).href;
  const language = document.documentElement.lang;
  const title = document.title;
  const hide = (selector, is) => document.querySelectorAll(selector).forEach((element) => { element.hidden = is; });

  // Data comes as scripts, which a page opened from a folder may load too. Each calls this function
  // with what it holds, right before it is told to be loaded. A part is data or the name of a file.
  let received;
  const florilege = (data) => { received = data; };
  const files = new Map();
  florilege.load = (file) => {
    if (!files.has(file)) {
      files.set(file, new Promise((done, fail) => {
        const script = document.createElement('script');
        script.onload = () => done(received);
        script.onerror = () => { files.delete(file); fail(); };
        script.src = file;
        document.head.append(script);
      }));
    }
    return files.get(file);
  };
  florilege.part = (part, beside) => (typeof part === 'string' ? florilege.load(new URL(part, beside).href) : part);

  // Ranks of sheets: steps in letters, below the digit of a field (src/search/code.rs).
  florilege.read = (letters, take) => {
    let [next, number, field] = [0, 0, 0];
    for (const letter of letters) {
      if (letter < 'A') {
        next = 0;
        field = Number(letter);
      } else {
        number = number * 26 + parseInt(letter, 36) - 10;
        if (letter >= 'a') {
          take(next + number, field);
          next += number + 1;
          number = 0;
        }
      }
    }
  };
  window.florilege = florilege;

  // A sheet as a copy of its theme's model. A search marks what was asked for, and says where else it is.
  const entry = async (data, rank, { write, field }) => {
    const sheets = await florilege.part(data.sheets[Math.floor(rank / data.per)], address);
    const [id, theme, heading, pilot, territory, objective] = sheets[rank % data.per];
    const texts = { heading, pilot, territory, objective, number: String(rank + 1), found: '' };
    const copy = models[theme].cloneNode(true);
    const seen = new Set();
    const slots = copy.querySelectorAll('[data-of]');
    for (const slot of slots) {
      const text = texts[slot.dataset.of] ?? slot.textContent;
      if (write && slot.dataset.of !== 'number') write(slot, text, seen);
      else slot.textContent = text;
    }
    for (const slot of slots) {
      if (field && slot.dataset.of === 'found') slot.textContent = found.dataset[`in-${field(rank, seen)}`] ?? '';
      if (!slot.textContent) slot.remove();
    }
    copy.querySelector('a').href = form.dataset.sheet.replace('{id}', id);
    return copy;
  };

  const say = (key, count, words) => {
    const text = found.dataset[key] ?? '';
    status.textContent = text.replace('{n}', count.toLocaleString(language)).replace('{q}', () => words);
  };

  // What is asked may change while files are on their way: only the last answer is shown.
  let turn = 0;
  const update = async () => {
    const mine = (turn += 1);
    const asked = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    const words = asked.get(form.querySelector('input')?.name) ?? '';
    if (`${asked}` !== location.search.slice(1)) history.replaceState(null, '', `${asked}` ? `?${asked}` : location.pathname);
    document.title = words ? `${words} – ${title}` : title;
    try {
      const data = await florilege.load(address);
      const answer = await florilege.find(words, data);
      if (mine !== turn) return;
      const { scores } = answer;
      const ranks = [...scores.keys()].filter((rank) => scores[rank]);
      ranks.sort((one, other) => scores[other] - scores[one] || one - other);
      const show = async (from) => {
        const entries = await Promise.all(ranks.slice(from, from + 20).map((rank) => entry(data, rank, answer)));
        if (mine !== turn) return;
        if (!from) list.replaceChildren();
        list.append(...entries);
        more.hidden = list.children.length >= ranks.length;
        if (from) entries[0].querySelector('a').focus();
      };
      more.onclick = () => show(list.children.length).catch(() => say('failed', 0));
      if (`${asked}`) await show(0);
      if (mine !== turn) return;
      found.hidden = !`${asked}` || !ranks.length;
      hide('.unfiltered', Boolean(`${asked}`));
      if (!`${asked}`) say('', 0);
      else if (answer.isCommon) say('common', 0, words);
      else if (!ranks.length) say('none', 0, words);
      else say(new Intl.PluralRules(language).select(ranks.length) === 'one' ? 'one' : 'other', ranks.length, words);
    } catch {
      if (mine === turn) say('failed', 0);
    }
  };

  let timer;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(update, wait);
  };
  form.addEventListener('input', ({ target }) => soon(target.matches('select') ? 0 : 200));
  form.addEventListener('reset', () => soon(0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  form.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && target.matches('input')) {
      target.value = '';
      soon(0);
    }
  });

  // Once search.js or filters.js is there too.
  document.addEventListener('DOMContentLoaded', async () => {
    hide('.without-script', true);
    form.hidden = false;
    const asked = new URLSearchParams(location.search);
    const controls = [...form.querySelectorAll('[name]')].filter(({ name }) => asked.get(name));
    for (const details of form.querySelectorAll('details')) {
      details.open = controls.length > 0 || matchMedia('(min-width: 44rem)').matches;
    }
    try {
      await florilege.prepare?.(await florilege.load(address), address);
    } catch {
      return say('failed', 0);
    }
    for (const control of controls) {
      control.value = asked.get(control.name);
      // A choice that is not there is none.
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    }
    if (florilege.prepare || controls.length) soon(0);
  });
})();

// What is typed into the search, found in the words of the sheets. Words are folded as the index was
// (src/text/words.rs): whoever changes one changes the other.
(() => {
  const form = document.querySelector('form[data-words]');
  const { florilege } = window;
  if (!form || !florilege) return;
  const file = new URL(form.dataset.words, location).href;

  const SPELLED = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };
  const fold = (text) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replace(/[œæßøłđıς]/g, (letter) => SPELLED[letter]);
  // Words, those that hyphens or middle dots join as one.
  const WORDS = /[\p{L}\p{N}]+(?:[-‐·][\p{L}\p{N}]+)*/gu;
  const JOINS = /[-‐·]/;
  const LONGEST = 40;

  // "logements" finds "logement" too.
  const one = (word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word);
  const matches = (term, word) => term.startsWith(word) || term === one(word);

  // For each sheet, how well a word matches: twice as well in each better field, a little better as a
  // whole word. 0 where it is not.
  const scores = async (data, word, count) => {
    const best = new Uint16Array(count);
    const asked = data.words.filter((_, at) => data.firsts[at] <= `${word}\uffff` && !(data.firsts[at + 1] <= one(word)));
    for (const [terms, sheets] of await Promise.all(asked.map((part) => florilege.part(part, file)))) {
      const ranks = sheets.split(' ');
      terms.split(' ').forEach((term, at) => {
        if (!matches(term, word)) return;
        const whole = term === word || term === one(word) ? 1 : 0;
        florilege.read(ranks[at], (rank, field) => { best[rank] = Math.max(best[rank], (32 >> field) + whole); });
      });
    }
    return best;
  };

  // Every word must match, apart from those that say nothing.
  florilege.find = async (text, { count }) => {
    const data = await florilege.load(file);
    const asked = await Promise.all([...fold(text).matchAll(WORDS)].map(async ([typed]) => {
      const parts = typed.split(JOINS).filter((word) => !data.common.includes(word) && !/^\p{L}$/u.test(word));
      // "co-training" is "cotraining", or both of its words.
      const ways = [parts, [typed.split(JOINS).join('')]].slice(0, JOINS.test(typed) ? 2 : 1).filter((way) => way.length);
      const words = ways.map((way) => way.map((word) => word.slice(0, LONGEST)));
      const found = await Promise.all(words.map((way) => Promise.all(way.map((word) => scores(data, word, count)))));
      const best = (rank) => Math.max(...found.map((way) => Math.min(...way.map((each) => each[rank]))));
      return { words: words.flat(), scores: Uint16Array.from({ length: count }, (_, rank) => best(rank)) };
    })).then((all) => all.filter(({ words }) => words.length));

    return {
      isCommon: !asked.length,
      scores: Uint16Array.from({ length: count }, (_, rank) => (
        asked.length && asked.every((each) => each.scores[rank]) ? asked.reduce((sum, each) => sum + each.scores[rank], 0) : 0)),
      // Writes a text with what was asked for marked; `seen` learns what that was.
      write(element, text, seen) {
        let end = 0;
        element.textContent = '';
        for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)) {
          const folded = fold(word);
          const hits = asked.filter(({ words }) => words.some((each) => matches(folded, each)));
          if (hits.length) {
            hits.forEach((hit) => seen.add(hit));
            const mark = document.createElement('mark');
            mark.textContent = word;
            element.append(text.slice(end, index), mark);
            end = index + word.length;
          }
        }
        element.append(text.slice(end));
      },
      // Where in a sheet stands what its entry does not show: the field of least weight.
      field: (rank, seen) => Math.max(0, ...asked.filter((each) => !seen.has(each)).map((each) => Math.clz32(each.scores[rank]) - 26)),
    };
  };
})();

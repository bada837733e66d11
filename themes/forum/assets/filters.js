// The filters of the list of initiatives: their choices, and the sheets that these leave. lists.js shows them.
(() => {
  const { florilege } = window;
  const selects = [...document.querySelectorAll('select[data-list]')];
  if (!florilege || !selects.length) return;
  const language = document.documentElement.lang;
  let lists;
  const choices = (select) => lists[select.dataset.list];

  // A choice is its value, its name, its sheets, and the group that it stands under, if any.
  const fill = (select) => {
    let group = select;
    for (const [value, name, , under] of choices(select)) {
      if (!under) group = select;
      else if (group.label !== under) {
        group = document.createElement('optgroup');
        group.label = under;
        select.append(group);
      }
      group.append(new Option(name, value));
    }
  };

  florilege.prepare = async (data, address) => {
    lists = await florilege.part(data.lists[0], address);
    selects.forEach(fill);
  };

  // Sheets that meet all choices.
  florilege.find = async (words, { count }) => {
    const chosen = selects.map((select) => {
      const has = new Uint8Array(count).fill(!select.value);
      florilege.read(choices(select)[select.selectedIndex - 1]?.[2] ?? '', (rank) => { has[rank] = 1; });
      return has;
    });
    // Each choice says how many sheets it would leave, whatever else its own filter says now.
    selects.forEach((select, own) => choices(select).forEach(([, name, sheets], at) => {
      const option = select.options[at + 1];
      let left = 0;
      florilege.read(sheets, (rank) => { left += chosen.every((has, other) => other === own || has[rank]) ? 1 : 0; });
      option.text = `${name} (${left.toLocaleString(language)})`;
      option.disabled = !left && !option.selected;
    }));
    return { scores: Uint16Array.from({ length: count }, (_, rank) => Number(chosen.every((has) => has[rank]))) };
  };
})();

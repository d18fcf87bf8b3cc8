"use strict";
(() => {
  const tables = [...document.querySelectorAll("table")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const filtered = /^(Severity|Status|Period|Outcome|Section|Movement|Accepted|Why)$/;
  const most = 40;

  const value = (cell) => {
    const said = cell === undefined ? undefined : cell.dataset.n;
    return said === undefined ? (cell ? cell.textContent : "") : Number(said);
  };
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), undefined, { numeric: true });
  };

  const sort = (table, column, heading) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.sort((one, two) => {
      const a = value(one.cells[column]), b = value(two.cells[column]);
      const order = compare(a, b);
      return down && a !== "" && b !== "" ? -order : order;
    });
    body.append(...rows);
  };

  const show = () => {
    const words = search.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0, total = 0;
    for (const table of tables) {
      const chosen = [...table.closest("section").querySelectorAll("select")]
        .filter((list) => list.value !== "")
        .map((list) => [Number(list.dataset.column), list.value]);
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLocaleLowerCase();
        const fits = words.every((word) => text.includes(word)) &&
          chosen.every(([column, wanted]) => row.cells[column].textContent === wanted);
        row.hidden = !fits;
        total += 1;
        count += fits;
      }
    }
    shown.textContent = count === total ? "" : `${count} of ${total} rows shown`;
  };

  const offer = (table, column, heading) => {
    const there = new Set([...table.tBodies[0].rows].map((row) => row.cells[column].textContent));
    if (there.size < 2 || there.size > most) return;
    const label = document.createElement("label");
    const list = document.createElement("select");
    list.dataset.column = column;
    list.add(new Option("all", ""));
    for (const word of [...there].sort()) if (word !== "") list.add(new Option(word, word));
    list.addEventListener("change", show);
    label.append(`${heading} `, list);
    table.closest("section").querySelector(".filters").append(label);
  };

  for (const table of tables) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      heading.firstElementChild.addEventListener("click", () => sort(table, column, heading));
      if (filtered.test(heading.textContent)) offer(table, column, heading.textContent);
    });
  }
  search.addEventListener("input", show);
  search.form.addEventListener("submit", (event) => event.preventDefault());
})();

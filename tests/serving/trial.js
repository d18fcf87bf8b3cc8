// What an officer does in the pane, and what is seen of it; told to the test at the end.
"use strict";

const said = { errors: [] };
addEventListener("error", (event) => said.errors.push(event.message));
addEventListener("securitypolicyviolation", (event) => said.errors.push(event.violatedDirective));

const by = (id) => document.getElementById(id);
const texts = (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent.trim());

async function until(what) {
  while (!what()) await new Promise((wait) => setTimeout(wait, 20));
}

async function pressed(button) {
  button.click();
  await until(() => by("refresh").hasAttribute("aria-disabled"));
  await until(() => !by("refresh").hasAttribute("aria-disabled"));
}

async function trial() {
  await pressed(by("refresh"));
  said.question = by("question").textContent;
  said.focused = document.activeElement.id;
  said.writtenBefore = Object.keys(kept.cells);
  await pressed(by("yes"));
  said.sentence = by("said").textContent;
  said.wrong = by("wrong").textContent;
  said.statuses = [...by("statuses").rows].map((row) => [...row.cells].map((cell) => cell.textContent));
  said.findings = texts(".finding");
  said.periods = texts("#period option");
  said.sheets = keptSheets();
  said.cells = kept.cells;
  said.roundTrips = kept.roundTrips;
  by("next").click();
  await until(() => kept.selected);
  said.selected = [kept.selected, kept.front, document.querySelectorAll("[aria-current]").length];
  said.page = document.documentElement.outerHTML;
  if (globalThis.axe) {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    said.barriers = violations.map(({ id, nodes }) => `${id}: ${nodes.map((each) => each.html).join(" ")}`);
  }
  said.named = [...document.querySelectorAll("button, select")]
    .every((each) => each.textContent.trim() && (each.tagName === "BUTTON" || each.labels.length));
  const origin = `${location.origin}/`;
  said.elsewhere = performance.getEntriesByType("resource").map((each) => each.name)
    .filter((name) => !name.startsWith(origin));
  by("period").value = said.periods[2];
  await pressed(by("check"));
  said.earlier = by("said").textContent;
  said.asked = [...kept.asked].sort();
  by("clear").click();
  said.clearAsks = by("question").textContent;
}

addEventListener("load", () => trial().catch((error) => said.errors.push(String(error.stack || error)))
  .finally(() => fetch("said", { method: "POST", body: JSON.stringify(said) })));

// The task pane: it hands the open workbook to the service of the council, carries out what comes
// back, and shows counts and findings. It asks nobody else, and keeps nothing.
import { carryOut, select } from "./carry.js";
import { readBook } from "./read.js";
import { signedOn } from "./sign_on.js";

const { authProviders, requestTimeout } = JSON.parse(element("config").textContent);
const WORKING = {
  refresh: "Reading, checking and rating ...", check: "Reading and checking ...", clear: "Taking out ...",
};
const TAKE_OUT =
  "Take out all that Refresh put into this workbook: its columns, colours and sheets? What was typed " +
  "into them stays.";
const PRESS_CLEAR = "Excel refused it. Leave the cell or unprotect the sheet and press again, or press Clear.";
const NOT_IN_EXCEL = "This page works inside Excel: open it there from the Home tab.";
let working = false;
let current = -1;

function element(id) { return document.getElementById(id); }

function made(name, text = "", more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

element("refresh").addEventListener("click", () => press("refresh"));
element("check").addEventListener("click", () => press("check"));
element("clear").addEventListener("click", () => {
  if (!working) ask(TAKE_OUT, "Take it out", () => press("clear"));
});
element("next").addEventListener("click", next);
element("no").addEventListener("click", () => {
  element("asked").hidden = true;
  element("refresh").focus();
});

// Have the service do something with the workbook as it stands, unsaved edits included.
async function press(what, more = {}) {
  if (working) return;
  workOn(what);
  try {
    const { host } = await Office.onReady();
    if (host !== Office.HostType.Excel) throw new Error(NOT_IN_EXCEL);
    await Excel.run(async (context) => {
      const book = await readBook(context);
      const asked = { book, period: element("period").value || null, ...more };
      const { actions, told } = await post(`press/${what}`, asked);
      await carryOut(actions, context, book.sheets.map(({ name }) => name));
      show(told, what);
    });
  } catch (error) {
    element("said").textContent = "";
    const back = error.actionFunc ? ` ${PRESS_CLEAR}` : "";
    element("wrong").textContent = `${error.message || error}${back}`;
  } finally {
    rest();
  }
}

function workOn(what) {
  working = true;
  element("asked").hidden = true;
  element("wrong").textContent = "";
  element("said").textContent = WORKING[what];
  buttons().forEach((button) => button.setAttribute("aria-disabled", "true"));
}

function rest() {
  working = false;
  buttons().forEach((button) => button.removeAttribute("aria-disabled"));
}

function buttons() { return document.querySelectorAll(".presses button"); }

// Not fetch: in Excel for Mac it gives up after a minute.
async function post(path, asked) {
  const headers = { "Content-Type": "application/json", ...(await signedOn(authProviders)) };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (why) => () => reject(new Error(why));
    request.open("POST", path);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.timeout = requestTimeout * 1000;
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status === 200 && answer) resolve(answer);
      else fail((answer && answer.error) || `The service answered ${request.status}: press again.`)();
    };
    request.onerror = fail("The service cannot be reached. Nothing was changed: try again, or ask IT.");
    request.ontimeout = fail("The service did not answer in time. Nothing was changed: press again.");
    request.send(JSON.stringify(asked));
  });
}

function read(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function ask(question, yes, act) {
  element("question").textContent = question;
  element("yes").textContent = yes;
  element("yes").onclick = act;
  element("asked").hidden = false;
  element("question").focus();
}

function show(told, what) {
  element("said").textContent = told.sentence;
  element("counts").hidden = element("findings").hidden = !told.statuses;
  if (!told.statuses) return;
  offer(told.periods);
  element("statuses").replaceChildren(...told.statuses.map(statusRow));
  current = -1;
  element("list").replaceChildren(...told.findings.map(findingItem));
  const accepted = told.accepted ? `, and ${told.accepted} accepted` : "";
  element("how-many").textContent = `${told.findings.length} open${accepted}`;
  element("next").hidden = told.findings.length === 0;
  if (told.question) ask(told.question, "Refresh all the same", () => press(what, { sure: true }));
}

// The last period and those before it; once one is chosen the list stays as it is.
function offer(periods) {
  const list = element("period");
  if (list.value) return;
  const [last] = list.options;
  list.replaceChildren(last, ...periods.map((words) => made("option", words, { value: words })));
}

function statusRow({ word, count, fill, text }) {
  const row = made("tr");
  const heading = made("th", "", { scope: "row" });
  const shown = made("span", word, { className: "status" });
  shown.style.backgroundColor = fill;
  shown.style.color = text;
  heading.append(shown);
  row.append(heading, made("td", String(count)));
  return row;
}

function findingItem(finding, place) {
  const { severity, sheet, cell, message, mend } = finding;
  const item = made("li");
  const at = sheet ? ` ${sheet}${cell ? `!${cell}` : ""} ` : " ";
  const button = made("button", "", { type: "button", className: "finding" });
  button.append(
    made("span", severity, { className: `severity ${severity}` }), made("span", at, { className: "cell" }),
    made("span", message),
  );
  button.addEventListener("click", () => goTo(finding, place));
  item.append(button, made("p", mend, { className: "mend" }));
  return item;
}

function next() {
  const all = document.querySelectorAll(".finding");
  const button = all[(current + 1) % all.length];
  button.scrollIntoView({ block: "nearest" });
  button.click();
}

// Select the cell of a finding; where its sheet has gone or been renamed since, say so.
async function goTo({ sheet, cell }, place) {
  current = place;
  document.querySelectorAll(".finding").forEach((button, number) => {
    if (number === place) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  element("wrong").textContent = "";
  if (!sheet) return;
  try {
    await Excel.run((context) => select(context, sheet, cell));
  } catch (error) {
    element("wrong").textContent = `Excel could not go to ${sheet}: ${error.message || error}`;
  }
}

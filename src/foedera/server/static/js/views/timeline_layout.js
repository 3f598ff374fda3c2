// Where the marks of a timeline lie: the time that is drawn, the rows, and the line of each mark in its row.

const DAY = 86_400_000;
const HEAD = 24; // pixels for the name of a row
const TAIL = 10; // pixels between two rows
// Pixels from one line of marks to the next, the radius of a day, and between two marks on one line; closer for crowds.
const LOOSE = { step: 13, dot: 4.5, gap: 3 };
const DENSE = { step: 8.5, dot: 3.2, gap: 1.5 };
const CROWD = 90; // lines of marks
export const MARGIN = { left: 12, right: 22, top: 38, bottom: 38 };
const LONG = 0.12; // of the drawn time: what lasts longer lies under the others of its row
const OUTLIERS = 0.03; // of the marks may lie beyond the drawn time, where they would take more than a third of it

/** First and last moment that are drawn. Few marks long before the others are pointed to, not drawn to scale. */
export function domainOf(marks) {
  const form = document.getElementById("filters");
  const asked = { from: Date.parse(form.elements.from.value), to: form.elements.to.value };
  const days = marks.flatMap((mark) => [mark.begin, mark.finish]).filter((day) => day !== null);
  if (!days.length) return [Date.UTC(2000, 0, 1), Date.now()];
  days.sort((one, other) => one - other);
  let [first, last] = [days[0], days.at(-1)];
  const early = days[Math.floor(days.length * OUTLIERS)];
  const late = days[Math.ceil(days.length * (1 - OUTLIERS)) - 1];
  const whole = last - first;
  if (days.length > 20 && early - first > whole / 3) first = early;
  if (days.length > 20 && last - late > whole / 3) last = late;
  if (!Number.isNaN(asked.from)) first = Math.max(asked.from, days[0]);
  if (asked.to) last = Math.min(endOf(asked.to), days.at(-1));
  if (last <= first) last = first + 365 * DAY;
  const room = Math.max((last - first) * 0.015, 5 * DAY);
  return [first - room, last + room];
}

function endOf(written) {
  const [year, month, day] = written.split("-").map(Number);
  if (day) return Date.UTC(year, month - 1, day);
  return month ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
}

/** The marks with their place: `x1`, `x2` in moments, `y` in pixels; their rows, the height of all, and their `size`. */
export function lay(data, scale) {
  const laid = layAs(data, scale, LOOSE);
  const lines = laid.rows.reduce((sum, row) => sum + row.ends.length, 0);
  return lines > CROWD ? layAs(data, scale, DENSE) : laid;
}

function layAs(data, scale, size) {
  const [first, last] = scale.domain().map(Number);
  const marks = data.marks.map((mark) => ({
    ...mark,
    begin: mark.start ? Date.parse(mark.start) : null,
    finish: mark.end ? Date.parse(mark.end) : null,
  }));
  const rows = new Map(data.rows.map((name) => [name, { name, marks: [], ends: [] }]));
  // What lasts long lies under what does not, so that dots stay together.
  const long = (mark) => (mark.finish ?? last) - (mark.begin ?? first) > (last - first) * LONG;
  for (const mark of [...marks.filter((each) => !long(each)), ...marks.filter(long)]) {
    const dot = mark.extent === "day";
    mark.before = mark.begin === null || mark.begin < first;
    mark.after = mark.finish === null || mark.finish > last;
    mark.x1 = mark.before ? first : mark.begin;
    mark.x2 = mark.after ? last : dot ? mark.begin : mark.finish + DAY;
    if (mark.begin !== null && mark.begin > last) mark.x1 = last;
    if (mark.finish !== null && mark.finish < first) mark.x2 = first;
    const [left, right] = [scale(mark.x1), scale(mark.x2)];
    const wide = Math.max(right - left, 2 * size.dot);
    const row = rows.get(mark.row);
    const from = dot ? left - size.dot : left;
    if (long(mark)) row.above ??= row.ends.length;
    let line = row.ends.findIndex((end, at) => at >= (row.above ?? 0) && end + size.gap <= from);
    if (line < 0) line = row.ends.length;
    row.ends[line] = from + wide;
    mark.line = line;
    mark.wide = wide;
    row.marks.push(mark);
  }
  let top = MARGIN.top;
  for (const row of rows.values()) {
    row.top = top;
    for (const mark of row.marks) mark.y = top + HEAD + (mark.line + 0.5) * size.step;
    top += HEAD + row.ends.length * size.step + TAIL;
  }
  return { marks, rows: [...rows.values()], height: top + MARGIN.bottom, size };
}

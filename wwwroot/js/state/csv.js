/** A spreadsheet would run what begins so: such a cell gets an apostrophe before it. */
const formula = /^[=+\-@\t\r]/;

/** @param {string | number | undefined} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = formula.test(value ?? "") ? `'${value}` : value ?? "";
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as comma-separated values (RFC 4180), with a mark by which spreadsheets know that it is UTF-8. @param {string[]} heads @param {(string | number | undefined)[][]} rows */
export const toCsv = (heads, rows) => `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

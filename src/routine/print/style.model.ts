/** How a printed routine looks, on the screen and on A4. */

const widths = Array.from({ length: 100 }, (_, index) => `col.w${String(index + 1)} { width: ${String(index + 1)}%; }`).join('\n');

export const routineStyle = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 1rem/1.45 "Source Serif 4", Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 74rem; margin: 2rem auto; padding: 0 1.2rem 4rem; }
h1, h2, h3, th, caption, .key, .place, nav { font-family: "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1.2rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; padding-top: .6rem; border-top: 3px solid #0b4f8a; }
nav h2 { font-size: 1.2rem; margin-top: 2rem; border-top: 0; }
h3 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
.key { letter-spacing: .06em; color: #4d4d4d; margin: 0; }
a { color: #0b4f8a; }
a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
[lang=en] { color: #4d4d4d; font-size: .86em; }
h1 [lang=en], h2 [lang=en], h3 [lang=en] { display: block; font-weight: 400; font-size: .72em; }
caption [lang=en], thead [lang=en], nav [lang=en] { font-weight: 400; }
thead [lang=en] { display: block; }
[lang=en] [lang=en] { font-size: 1em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .4rem 0 1.4rem; font-size: .92rem; }
caption { text-align: left; padding: .3rem 0; font-weight: 600; }
th, td { border: 1px solid #9a9a9a; padding: .45rem .55rem; text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
thead th { background: #e9f0f6; }
tbody th { background: #f7f7f7; font-weight: 400; font-size: .95em; }
tbody tr:target th, tbody th:target { background: #fff3c4; }
td p, th p { margin: 0 0 .3rem; }
td ul, th ul { margin: 0 0 .3rem; padding-left: 1.05rem; }
td ul ul { margin-bottom: 0; }
td > [lang=en], th > [lang=en] { margin-top: .35rem; }
.cite + .cite { margin-top: .6rem; padding-top: .5rem; border-top: 1px dotted #9a9a9a; }
.cite .place { font-size: .9em; color: #4d4d4d; }
.force { border: 1px solid #767676; border-radius: .2rem; padding: 0 .25rem; white-space: nowrap; }
blockquote { margin: .15rem 0; padding-left: .6rem; border-left: 3px solid #c9a227; }
.reads { font-size: .92em; }
nav ol { margin: .2rem 0 .8rem; }
@media print {
  @page { size: A4 landscape; margin: 14mm 12mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  table { font-size: 8.5pt; }
  a { color: inherit; text-decoration: none; }
  h2 { break-before: page; }
  nav h2 { break-before: avoid; }
  h1, h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
${widths}
`;

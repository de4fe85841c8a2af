"""The one style sheet of what pages draw as HTML. Colours mix from the page's own, so light and dark both work."""

SHEET = """<style>
.nt { font-size: .93rem; line-height: 1.45; overflow-wrap: anywhere; }
.nt h2 { font-size: 1.15rem; margin: 0 0 .15rem; padding: 0; font-weight: 650; letter-spacing: 0; }
.nt h3 { font-size: 1rem; margin: 0; padding: 0; font-weight: 650; letter-spacing: 0; }
.nt .eyebrow { font-size: .74rem; text-transform: uppercase; letter-spacing: .06em; opacity: .7; margin: 0 0 .1rem; }
.nt .quiet { opacity: .72; font-size: .85rem; }
.nt .pill { display: inline-block; padding: .05rem .5rem; margin: .1rem .3rem .1rem 0; border-radius: 1rem;
  font-size: .78rem; font-weight: 450; line-height: 1.4; max-width: 100%;
  background: color-mix(in srgb, currentColor 9%, transparent); }
.nt .pill.turn { background: #E69F00; color: #1b1b1b; font-weight: 600; }
.nt .pill.good { box-shadow: inset 0 0 0 1.5px #009E73; }
.nt .pill.bad { box-shadow: inset 0 0 0 1.5px #D55E00; }
.nt .pill.open { box-shadow: inset 0 0 0 1.5px color-mix(in srgb, currentColor 35%, transparent); background: none; }
.nt ul { margin: .2rem 0 .2rem 1.1rem; padding: 0; }
.nt ul li { margin: .1rem 0; font-size: .93rem !important; }
.nt .next { margin-top: .25rem; }
.nt table { border-collapse: collapse; width: 100%; }
.nt td, .nt th { text-align: left; vertical-align: top; padding: .18rem .6rem .18rem 0; font-weight: 400; }
.nt th { opacity: .7; white-space: nowrap; width: 1%; }
.nt td.who { white-space: nowrap; width: 1%; }
.nt .text { white-space: pre-wrap; margin: .3rem 0; }
.nt .quote { white-space: pre-wrap; border-left: 3px solid color-mix(in srgb, currentColor 30%, transparent);
  padding: .1rem 0 .1rem .7rem; margin: .3rem 0; }
.nt mark { color: inherit; border-radius: 2px; padding: 0 .05em; }
.nt mark.faint { background: color-mix(in srgb, #E69F00 26%, transparent); }
.nt mark.strong { background: color-mix(in srgb, #E69F00 62%, transparent); font-weight: 650; }
.nt .sign { font-size: 1.05rem; line-height: 1; }
.nt .legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .8rem; opacity: .9; }
.nt .swatch { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; margin-right: .3rem;
  vertical-align: -.05rem; }
.nt .band { display: inline-block; width: 1.5rem; height: .65rem; border-radius: 3px; margin-right: .3rem;
  vertical-align: -.05rem; background: color-mix(in srgb, currentColor 28%, transparent); }
.nt .bar { display: inline-block; width: 1.5rem; height: 3px; margin-right: .3rem; vertical-align: .2rem;
  background: color-mix(in srgb, currentColor 75%, transparent); }
.stButton button[kind="tertiary"] { justify-content: flex-start; text-align: left; padding: .05rem 0;
  min-height: 0; }
.stButton button[kind="tertiary"] > div, .stButton button[kind="tertiary"] > div > span {
  justify-content: flex-start; width: 100%; }
.stButton button[kind="tertiary"] p { text-align: left; white-space: normal; font-size: .9rem; line-height: 1.35;
  text-decoration: underline dotted color-mix(in srgb, currentColor 40%, transparent); text-underline-offset: 3px; }
[data-testid="stMainBlockContainer"] { padding-top: 3.6rem; padding-bottom: 3rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: .8rem; padding-right: .8rem; }
  .nt tr:has(td.who) td { display: block; width: auto; white-space: normal; }
}
</style>"""

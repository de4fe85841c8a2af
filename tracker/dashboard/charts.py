"""Charts of the tables that `timeline_data` and the views give."""

import datetime as dt

import altair as alt
import pandas as pd

from tracker.dashboard.marks import FAMILIES, SHAPES
from tracker.dashboard.timeline_data import SEVERAL, TimelineData, moment
from tracker.model.standing import Tally
from tracker.views.wording import STATUS_WORDS

CLICKED = "mark"
_PHONE_WIDTH = 600
_AXIS_HEIGHT = 48
_DAY = 86_400_000
# The first label names the year, which no other may show.
_DAY_WORDS = (
    "utchours(datum.value) != 0 ? '' :"
    " utcdate(datum.value) != 1 ? utcFormat(datum.value, datum.index == 0 ? '%-d %b %Y' : '%a %-d %b') :"
    " utcFormat(datum.value, utcmonth(datum.value) == 0 ? '%Y' : datum.index == 0 ? '%b %Y' : '%b')"
)
_TOOLTIP = (
    ("headline", "Event"),
    ("when", "When"),
    ("status", "Status"),
    ("kind", "Kind"),
    ("who", "Who"),
    ("support", "Known from"),
)


def timeline_chart(data: TimelineData, *, is_dark: bool, today: dt.date | None = None) -> alt.LayerChart:
    """The chart of `data`: drag to move, Shift with the wheel to zoom, double-click to go back.

    A click on a mark adds it to the selection `CLICKED`, with its fields `event`, `first` and `last`, or takes it out
    again: the mark that was clicked is the one that changed. `today` draws a line at the day of
    knowledge. `is_dark` picks colours of lanes and text for a dark page.
    """
    ink, shade = ("#e6e6e6", "#ffffff") if is_dark else ("#3a3a3a", "#000000")
    bounds = _milliseconds(data.window.first, data.window.last) if data.window else None
    times = alt.Scale(type="utc", domain=bounds, nice=False) if bounds else alt.Scale(type="utc")
    heights = alt.Scale(domain=[data.height, 0], nice=False, zero=False)

    def at_time(field: str) -> alt.X:
        axis = alt.Axis(
            orient="top",
            labelOverlap="greedy",
            labelExpr=_DAY_WORDS,
            labelAlign="left",
            labelBound=True,
            tickCount=8,
            tickMinStep=_DAY,
            grid=True,
            domain=False,
        )
        return alt.X(f"{field}:T", scale=times, title=None, axis=axis)

    def at_height(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=heights, axis=None)

    colours = alt.Scale(domain=[f.name for f in FAMILIES], range=[f.colour for f in FAMILIES])
    shapes = alt.Scale(
        domain=[*(STATUS_WORDS[status] for status in SHAPES), SEVERAL],
        range=[*(shape.path for shape in SHAPES.values()), "circle"],
    )
    filled = [*(STATUS_WORDS[status] for status, shape in SHAPES.items() if shape.is_filled), SEVERAL]
    colour = alt.Color("family:N", legend=None, scale=colours)
    tooltip = [alt.Tooltip(f"{field}:N", title=title) for field, title in _TOOLTIP]
    on_a_mark = "click[event.item && event.item.datum && event.item.datum.status]"
    click = alt.selection_point(
        name=CLICKED, fields=["event", "first", "last"], on=on_a_mark, toggle="true", clear=False
    )
    zoom = alt.selection_interval(name="zoom", bind="scales", encodings=["x"], zoom="wheel![event.shiftKey]")

    lanes, marks = alt.Chart(data.lanes), alt.Chart(data.marks)
    shades = (
        lanes.transform_filter("datum.is_shaded")
        .mark_rect(color=shade, opacity=0.05, tooltip=None)
        .encode(x=alt.value(0), x2=alt.value("width"), y=at_height("top"), y2="bottom:Q")
    )
    names = lanes.mark_text(
        align="left", baseline="middle", fontWeight="bold", fontSize=12, color=ink, tooltip=None
    ).encode(x=alt.value(6), y=at_height("label_y"), text="lane:N")
    bands = (
        marks.transform_filter("datum.event != null && datum.last > datum.first")
        .mark_rule(strokeWidth=14, strokeCap="round", opacity=0.25, clip=True)
        .encode(x=at_time("first"), x2="last:T", y=at_height("y"), color=colour, tooltip=tooltip)
    )
    lines = (
        marks.transform_filter("isValid(datum.certain_to)")
        .mark_rule(strokeWidth=3, yOffset=7, clip=True)
        .encode(x=at_time("certain_from"), x2="certain_to:T", y=at_height("y"), color=colour, tooltip=tooltip)
    )
    symbols = (
        marks.mark_point(strokeWidth=2, opacity=1, clip=True, cursor="pointer")
        .encode(
            x=at_time("middle"),
            y=at_height("y"),
            color=colour,
            fill=alt.Fill("family:N", legend=None, scale=colours),
            fillOpacity=alt.condition(alt.FieldOneOfPredicate("status", filled), alt.value(1), alt.value(0)),
            shape=alt.Shape("status:N", legend=None, scale=shapes),
            size=alt.Size("size:Q", legend=None, scale=alt.Scale(range=[12, 190])) if data.step else alt.value(75),
            tooltip=tooltip,
        )
        .add_params(click, zoom)
    )
    words = marks.mark_text(align="left", baseline="middle", dx=9, fontSize=11, color=ink, clip=True).encode(
        x=at_time("middle"),
        y=at_height("y"),
        text="label:N",
        opacity=alt.value(alt.ExprRef(f"width < {_PHONE_WIDTH} ? 0 : 1")),
    )
    layers = [shades, bands, lines, symbols, words, names]
    if today:
        day = alt.Chart(pd.DataFrame({"day": [pd.Timestamp(moment(today))]}))
        known = alt.Tooltip("day:T", title="Known up to", format="%-d %b %Y")
        rule = day.mark_rule(color=ink, strokeDash=[3, 3], opacity=0.6, clip=True)
        layers.insert(1, rule.encode(x=at_time("day"), tooltip=known))
    chart = alt.LayerChart(layer=layers)
    return chart.properties(height=data.height + _AXIS_HEIGHT, width="container")


def _milliseconds(*days: dt.date) -> list[int]:
    """The days as Vega counts time."""
    return [int(moment(day).timestamp() * 1000) for day in days]


def tally_chart(tally: Tally, *, is_dark: bool) -> alt.LayerChart:
    """The figures of a tally over time: a bar from the least to the most, a dot where both are one."""
    ink = "#56B4E9" if is_dark else "#0072B2"
    rows = pd.DataFrame(
        {
            "day": [pd.Timestamp(moment(point.day)) for point in tally.points if point.day],
            "low": [point.low for point in tally.points if point.day],
            "high": [point.high for point in tally.points if point.day],
            "outlet": [point.outlet or "outlet not known" for point in tally.points if point.day],
        }
    )
    base = alt.Chart(rows).encode(
        x=alt.X(
            "day:T",
            scale=alt.Scale(type="utc"),
            title=None,
            axis=alt.Axis(format="%-d %b %Y", tickMinStep=_DAY, labelOverlap="greedy", labelBound=True),
        ),
        tooltip=[
            alt.Tooltip("day:T", title="Day", format="%-d %b %Y"),
            alt.Tooltip("low:Q", title="At least"),
            alt.Tooltip("high:Q", title="At most"),
            alt.Tooltip("outlet:N", title="Source"),
        ],
    )
    bars = base.mark_rule(strokeWidth=3, color=ink).encode(
        y=alt.Y("low:Q", title=tally.unit.value, scale=alt.Scale(zero=True)), y2="high:Q"
    )
    dots = base.mark_point(filled=True, size=60, color=ink).encode(y="high:Q")
    return alt.LayerChart(layer=[bars, dots]).properties(height=160, width="container")

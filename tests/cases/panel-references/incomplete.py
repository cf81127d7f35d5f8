"""Reference values for the intraclass correlation of incomplete ratings, made without the kit and without rounding.

    python3 tests/cases/panel-references/incomplete.py > tests/cases/panel-references/incomplete.json

Plain Python, fractions.Fraction throughout, turned into decimals at the end. Nothing of the kit's formulas is used: design
matrices X = [1, items, assessors] are written out, each reduction in sum of squares is y' P y with the projection on the columns of the
smaller and the larger design, and its expectation is taken from the definition, E(y' Q y) = sum over the components of
variance * trace(Q Z Z'), with Q the difference of two projections. The three equations (Henderson 1953, Method 3) are solved
exactly. `single` is the items' variance over the sum of all three, `average` the same with the other two divided by the harmonic mean of
the numbers of ratings by item. Where every rating is there, the values are those of Shrout and Fleiss (1979), whose example stands first.
"""

import json
import random
from fractions import Fraction as F

random.seed(20161206)
SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def independent(columns):
    """The columns that are no combination of those before them."""
    kept, reduced = [], []
    for column in columns:
        rest = list(column)
        for pivot, base in reduced:
            if rest[pivot]:
                factor = rest[pivot] / base[pivot]
                rest = [a - factor * b for a, b in zip(rest, base)]
        pivot = next((at for at, value in enumerate(rest) if value), None)
        if pivot is not None:
            reduced.append((pivot, rest))
            kept.append(column)
    return kept


def inverse(matrix):
    size = len(matrix)
    rows = [list(row) + [F(int(at == place)) for place in range(size)] for at, row in enumerate(matrix)]
    for at in range(size):
        pivot = next(row for row in range(at, size) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        first = rows[at][at]
        rows[at] = [value / first for value in rows[at]]
        for other in range(size):
            if other != at and rows[other][at]:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at])]
    return [row[size:] for row in rows]


def dot(one, other):
    return sum(a * b for a, b in zip(one, other) if a and b)


class Projection:
    def __init__(self, columns):
        self.columns = independent(columns)
        self.inverse = inverse([[dot(a, b) for b in self.columns] for a in self.columns])

    def form(self, vector):
        """vector' P vector"""
        seen = [dot(column, vector) for column in self.columns]
        return sum(seen[a] * self.inverse[a][b] * seen[b] for a in range(len(seen)) for b in range(len(seen)) if seen[a] and seen[b])


def solve(matrix, right):
    turned = inverse(matrix)
    return [sum(a * b for a, b in zip(row, right)) for row in turned]


def reference(rows):
    cells = [(i, j, F(value)) for i, row in enumerate(rows) for j, value in enumerate(row) if value is not None]
    items = sorted({i for i, _, _ in cells})
    raters = sorted({j for _, j, _ in cells})
    y = [value for _, _, value in cells]
    one = [F(1)] * len(cells)
    s = [[F(int(i == item)) for i, _, _ in cells] for item in items]
    r = [[F(int(j == rater)) for _, j, _ in cells] for rater in raters]
    e = [[F(int(at == place)) for place in range(len(cells))] for at in range(len(cells))]
    whole, of_items, of_raters = Projection([one, *s, *r]), Projection([one, *s]), Projection([one, *r])
    if len(whole.columns) != len(items) + len(raters) - 1 or len(whole.columns) >= len(cells):
        return None

    def trace(form, columns):
        return sum(form(column) for column in columns)

    forms = [
        lambda v: dot(v, v) - whole.form(v),
        lambda v: whole.form(v) - of_items.form(v),
        lambda v: whole.form(v) - of_raters.form(v),
    ]
    equations = [[trace(form, s), trace(form, r), trace(form, e)] for form in forms]
    try:
        items_, raters_, rest = solve(equations, [form(y) for form in forms])
    except StopIteration:
        return None
    counts = [sum(1 for value in row if value is not None) for row in rows]
    harmonic = F(len(items)) / sum(F(1, count) for count in counts if count)
    single, average = items_ + raters_ + rest, items_ + (raters_ + rest) / harmonic
    if single == 0 or average == 0:
        return None
    return {
        "single": float(items_ / single),
        "average": float(items_ / average),
        "items": len(items),
        "ratings": len(cells),
        "assessors": len(raters),
        "per_item": float(harmonic),
        "variances": [str(items_), str(raters_), str(rest)] if len(cells) < 12 else None,
    }


def drawn(items, assessors, missing):
    level = [random.randrange(4, 16) for _ in range(items)]
    lean = [random.randrange(-2, 3) for _ in range(assessors)]
    row = lambda i: [None if random.random() < missing else 5 * min(20, max(0, level[i] + lean[j] + random.randrange(-2, 3))) for j in range(assessors)]
    return [row(i) for i in range(items)]


def left_half_way(items, assessors, after):
    rows = drawn(items, assessors, 0)
    return [[value if j or i < after else None for j, value in enumerate(row)] for i, row in enumerate(rows)]


CASES = [
    ("shrout and fleiss 1979", SHROUT),
    ("shrout and fleiss 1979 without two ratings", [[9, 2, 5, 8], [6, None, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, None, 9], [6, 2, 4, 7]]),
    ("three by three, one missing", [[40, 50, 45], [60, 70, None], [50, 50, 55]]),
    ("one left half-way, 23 items by 6", left_half_way(23, 6, 11)),
    ("every fifth missing, 23 by 6", drawn(23, 6, 0.2)),
    ("half missing, 23 by 8", drawn(23, 8, 0.5)),
    ("more assessors than items, 5 by 12", drawn(5, 12, 0.3)),
    ("two parts that share nothing", [[40, 50, None, None], [60, 50, None, None], [None, None, 45, 55], [None, None, 65, 60]]),
    ("each item by one alone", [[40, None], [None, 50], [60, None]]),
    ("nothing differs", [[50, 50, None], [50, None, 50], [50, 50, 50]]),
]

if __name__ == "__main__":
    print(json.dumps([{"name": name, "ratings": rows, "icc": reference(rows)} for name, rows in CASES], indent=1))

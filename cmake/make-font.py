"""One font of the program: a face cut down to the letters we draw, as plain TrueType outlines.

    make-font.py SOURCE OUTPUT text                       Latin and all of Vietnamese
    make-font.py SOURCE OUTPUT text --tabular             the same, with digits of one width
    make-font.py SOURCE OUTPUT icons --list cmake/icons.txt

Neither Dear ImGui nor our glyph renderer uses hinting or layout tables, and distance fields are made of quadratic outlines:
hinting and layout are dropped, cubic outlines converted.
"""

import argparse
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable


def span(first, last):
    return set(range(first, last + 1))


VIETNAMESE = (
    span(0x00C0, 0x00FF)
    | span(0x0102, 0x0103)
    | span(0x0110, 0x0111)
    | span(0x0128, 0x0129)
    | span(0x0168, 0x0169)
    | span(0x01A0, 0x01A1)
    | span(0x01AF, 0x01B0)
    | span(0x1EA0, 0x1EF9)
) - {0x00D7, 0x00F7}
COMBINING = {0x0300, 0x0301, 0x0302, 0x0303, 0x0306, 0x0309, 0x031B, 0x0323}
PUNCTUATION = span(0x2010, 0x2027) | span(0x2030, 0x203A) | {0x20AB, 0x2116, 0x2122}
SIGNS = {0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x221E} | {
    0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2610, 0x2611, 0x2612, 0x2713, 0x2714, 0x2717,
    0xFFFD,
}
TEXT = span(0x20, 0x7E) | span(0xA0, 0xFF) | VIETNAMESE | COMBINING | PUNCTUATION | SIGNS
REQUIRED = span(0x20, 0x7E) | VIETNAMESE | {ord(c) for c in "ệốẵỄỘđĐơƯ–—“”…•₫§°"}

DROPPED = "GSUB GPOS GDEF BASE kern DSIG STAT meta MATH JSTF LTSH VDMX hdmx PCLT gasp fpgm prep cvt cvar VORG".split()


def icon_list(path):
    icons = {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            fields = line.split("#")[0].split()
            if not fields:
                continue
            if len(fields) != 2:
                sys.exit(f"{path}:{number}: not 'name codepoint'")
            icons[int(fields[1].replace("U+", ""), 16)] = fields[0]
    return icons


def use_tabular_digits(font):
    """Columns of numbers must line up, and we have no shaping: the feature tnum becomes the default."""
    table = font["GSUB"].table
    swaps = {}
    for feature in table.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for index in feature.Feature.LookupListIndex:
                for lookup in table.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(lookup, "ExtSubTable", lookup), "mapping", {}))
    for cmap in font["cmap"].tables:
        for code, glyph in cmap.cmap.items():
            if chr(code).isdigit() and code < 0x80 and glyph in swaps:
                cmap.cmap[code] = swaps[glyph]


def to_quadratic(font):
    if "glyf" in font:
        return
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    tolerance = font["head"].unitsPerEm / 2000
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    font["maxp"].tableVersion = 0x00010000
    for field, value in dict(
        maxZones=1, maxTwilightPoints=0, maxStorage=0, maxFunctionDefs=0, maxInstructionDefs=0, maxStackElements=0,
        maxSizeOfInstructions=0, maxComponentElements=0, maxPoints=0, maxContours=0, maxCompositePoints=0, maxCompositeContours=0,
        maxComponentDepth=0,
    ).items():
        setattr(font["maxp"], field, value)
    for tag in ("CFF ", "CFF2", "VORG"):
        if tag in font:
            del font[tag]
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
    for glyph in glyf.glyphs.values():
        glyph.recalcBounds(glyf)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("output")
    parser.add_argument("kind", choices=("text", "icons"))
    parser.add_argument("--list")
    parser.add_argument("--tabular", action="store_true")
    options = parser.parse_args()

    font = TTFont(options.source, recalcTimestamp=False)
    have = font.getBestCmap()
    if options.kind == "icons":
        wanted = icon_list(options.list)
        missing = [f"{name} (U+{code:04X})" for code, name in wanted.items() if code not in have]
        wanted = set(wanted)
    else:
        wanted = TEXT
        missing = [f"U+{code:04X} {chr(code)}" for code in sorted(REQUIRED - set(have))]
    if missing:
        sys.exit(f"{options.source} lacks {', '.join(missing)}")

    if options.tabular and "GSUB" in font:
        use_tabular_digits(font)

    choices = subset.Options()
    choices.hinting = False
    choices.layout_features = []
    choices.glyph_names = False
    choices.notdef_outline = True
    choices.drop_tables += [tag for tag in DROPPED if tag not in choices.drop_tables]
    choices.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14] # who made it and on what terms stays with it
    choices.name_languages = [0x409]
    choices.name_legacy = False
    cut = subset.Subsetter(choices)
    cut.populate(unicodes=wanted & set(have))
    cut.subset(font)
    to_quadratic(font)
    font.save(options.output)

    written = TTFont(options.output)
    after = written.getBestCmap()
    lost = [f"U+{code:04X}" for code in sorted((wanted if options.kind == "icons" else REQUIRED) - set(after))]
    empty = [c for c in "ệốẵỄỘ" if options.kind == "text" and not written["glyf"][after[ord(c)]].numberOfContours]
    if lost or empty:
        sys.exit(f"{options.output} lost {', '.join(lost + empty)}")


main()

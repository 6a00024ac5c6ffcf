#!/usr/bin/env python3
"""Reads official texts and writes data/text/{places,names,formulas}.tsv; see README.md beside this file."""

import argparse
import lzma
import os
import re
import unicodedata
from collections import Counter, defaultdict

COMMAND = "python3 tools/make-lists/make_lists.py --out data/text ../shared/text/codified-law.txt.xz " \
          "../shared/text/official-documents.txt.xz"

LEVELS = ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã"]

# Capitalised words that begin an institution, a document or an office: no first word of a name.
HEADS = set("""bộ sở ban ủy uỷ phòng cục vụ tổng chính thủ đảng mặt chủ phó nhà luật nghị quyết kế chương căn điều khoản mục
phần phụ quy thông tờ chỉ báo tòa toà kiểm cơ khu khối ngân doanh đài bệnh trạm dự đề theo trong thực số về và việc kết người
khóa khoá tiếng sửa nơi ngày giám bí hướng tỉnh quận huyện thị xã phường kính lưu nghiên giấy các cán từ để tại đối
việt cảng""".split())
# Pairs that are no name although their first word begins some ("Hội An", "Đồng Tháp", "Trung Hòa").
NOT_NAMES = {("hội", "đồng"), ("công", "an"), ("công", "thương"), ("công", "ty"), ("trung", "ương"), ("trung", "tâm"),
             ("quốc", "hội"), ("quốc", "phòng"), ("quốc", "gia"), ("nhân", "dân"), ("hội", "liên"), ("đại", "học"),
             ("trường", "đại"), ("hồ", "sơ"), ("liên", "hợp"), ("thành", "phố"), ("văn", "phòng"), ("thường", "trực"),
             ("thành", "viên"), ("thành", "đoàn"), ("đồng", "chí"), ("thành", "ủy"), ("học", "viện"), ("tập", "đoàn")}

# Words behind which a level means several places.
MANY = {"các", "những", "hai", "ba", "bốn", "năm", "số"}

# No family names, though capitals follow them as they do "ông" and "bà".
NO_FAMILIES = {"trưởng", "thứ", "hội", "chi"}

# Words behind which a person's name stands.
PERSON_CUES = {"ông", "bà", "chí", "đ/c", "sĩ", "sỹ", "gs", "ts", "pgs", "ths", "tướng", "trưởng", "thư", "anh", "tịch"}

FIRST_YEAR_OF_NEW = (2025, 7)  # the provinces are 34 from 1 July 2025 (Resolution 202/2025/QH15)


def paragraphs(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    with opened as lines:
        for line in lines:
            yield unicodedata.normalize("NFC", line.rstrip("\n"))


def old_tone(word):
    """hoà -> hòa, thuỷ -> thủy, as the model writes them (the tone on the first vowel of an open oa, oe, uy)."""
    for mark in "\u0300\u0301\u0309\u0303\u0323":
        for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
            for a, b in ((first, second), (first.upper(), second)):
                new = a + unicodedata.normalize("NFC", b + mark)
                if word.endswith(new) and not (first == "u" and word[:-2].lower() == "q"):
                    return word[:-2] + unicodedata.normalize("NFC", a + mark) + b
    return word


TOKEN = re.compile(r"[^\W\d_]+|\d[\w./-]*|[^\w\s]")


# Where nothing like it stands there is no name: spares most paragraphs of the law.
RUN = re.compile(r"(?:[A-ZĐ]|[À-Ỹ])\w* (?:[A-ZĐ]|[À-Ỹ])\w")


def is_title(token):
    return token[0].isupper() and (len(token) == 1 or token[1:].islower()) and token.isalpha() and len(token) <= 7


def run_at(tokens, at, most):
    """Capitalised words that follow each other from `at`."""
    end = at
    while end < len(tokens) and end - at < most and is_title(tokens[end]):
        end += 1
    return tokens[at:end]


def proper(run):
    words = [word.lower() for word in run]
    return bool(words) and words[0] not in HEADS and not any(pair in NOT_NAMES for pair in zip(words, words[1:]))


class Places:
    """Capitalised names behind the words for a level, and the lists that go on behind them."""

    def __init__(self):
        self.seen = Counter()
        self.clean = Counter()  # ... with a sign or the paragraph's end behind them
        self.issued = defaultdict(lambda: [None, None])

    def read(self, tokens):
        low = [token.lower() for token in tokens]
        at = 0
        while at < len(tokens):
            level = None
            if at + 1 < len(tokens) and low[at] + " " + low[at + 1] in LEVELS:
                level, start = low[at] + " " + low[at + 1], at + 2
            elif low[at] in LEVELS:
                level, start = low[at], at + 1
            # "hợp tác xã Việt Nam", "chủ nghĩa xã hội"
            if level == "xã" and at > 0 and low[at - 1] in ("tác", "thị", "hội"):
                level = None
            if level is None:
                at += 1
                continue
            many = at > 0 and (low[at - 1] in MANY or low[at - 1].isdigit())
            if many and start < len(tokens) and tokens[start] == ":":
                start += 1
            at = self.take(tokens, start, level, many)

    def take(self, tokens, start, level, many):
        first = True
        while True:
            run = run_at(tokens, start, 4)
            if not proper(run):
                return start
            after = start + len(run)
            name = " ".join(old_tone(word) for word in run)
            if level == "tỉnh" and tokens[after:after + 1] == ["-"] and len(run) == 2:  # Bà Rịa - Vũng Tàu
                rest = run_at(tokens, after + 1, 2)
                if len(rest) == 2 and proper(rest):
                    name += " - " + " ".join(old_tone(word) for word in rest)
                    after += 3
            more = many and after + 1 < len(tokens) and tokens[after] in (",", "và") and is_title(tokens[after + 1])
            if not many or more or not first:  # "các tỉnh Tây Nguyên" is no province
                self.seen[level, name] += 1
                self.clean[level, name] += after == len(tokens) or not tokens[after][0].isalpha()
            if not more:
                return after
            start = after + 1
            first = False

    ISSUE = re.compile(r"(?:ngày\s+)?\d{1,2}(?:/(\d{1,2})/|\s+tháng\s+(\d{1,2})\s+năm\s+)(\d{4})\s+của\s+"
                       r"(?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\s+"
                       r"(tỉnh|thành phố|Thành phố|TP\.?)\s+((?:[^\W\d_]+[ ,;.]?){1,3})")

    def read_dates(self, line):
        if "của" not in line or "ỉnh" not in line and "phố" not in line and "TP" not in line:
            return
        for match in self.ISSUE.finditer(line):
            run = []
            for word in match.group(5).split(" "):
                bare = word.rstrip(",;.")
                if not bare or not is_title(bare):
                    break
                run.append(old_tone(bare))
                if bare != word:
                    break
            when = (int(match.group(3)), int(match.group(1) or match.group(2)))
            if not 1976 <= when[0] <= 2026 or not 1 <= when[1] <= 12:
                continue
            for size in range(1, len(run) + 1):
                span = self.issued[" ".join(run[:size])]
                span[0] = min(span[0] or when, when)
                span[1] = max(span[1] or when, when)

    def rows(self):
        """Level, name, count, and for provinces the years in which they were seen issuing documents."""
        seen = Counter()
        for (level, name), count in self.seen.items():
            # "Hà Tĩnh Văn phòng": of what stands before a small letter only as much is taken as is a name elsewhere.
            words = name.split(" ")
            for i in range(1, len(words)):
                if words[i].lower() in HEADS and self.clean[level, " ".join(words[:i])] > 0:
                    del words[i:]
                    break
            while len(words) > 1 and self.clean[level, " ".join(words)] * 10 < self.clean[level, " ".join(words[:-1])]:
                words.pop()
            seen[level, " ".join(words)] += count
        kept = {}
        for (level, name), count in seen.items():
            words = name.split(" ")
            longer = sum(n for (other, longest), n in seen.items() if other == level and longest.startswith(name + " "))
            if longer > 4 * count:  # "Hồ Chí"
                continue
            if any(len(word) == 1 and word not in "-ÁÔÝYÂ" for word in words):  # "xã A"
                continue
            if len(words) == 1 and (self.clean[level, name] < 3 or level in ("xã", "phường", "tỉnh")):
                continue
            least = {"tỉnh": 3, "thành phố": 3, "huyện": 2, "quận": 2, "thị xã": 2}.get(level, 1)
            if self.clean[level, name] == 0 and count < 3 or count < least:
                continue
            kept[level, name] = count
        order = {level: i for i, level in enumerate(LEVELS)}
        for level, name in sorted(kept, key=lambda key: (order[key[0]], key[1])):
            span = self.issued.get(name) if level in ("tỉnh", "thành phố") else None
            since = until = ""
            if span and span[0]:
                since, until = ("%d-%02d" % when for when in span)
            yield level, name, kept[level, name], since, until


class Persons:
    """Names of three or four capitalised words; family names are those that stand behind "ông", "bà", "đồng chí" ..."""

    def __init__(self):
        self.after_cue = defaultdict(set)
        self.names = Counter()

    def read(self, tokens):
        at = 0
        while at < len(tokens):
            if not is_title(tokens[at]):
                at += 1
                continue
            run = run_at(tokens, at, 8)
            cue = tokens[at - 1].lower() if at > 0 else ""
            if cue in (".", ",") and at > 1:
                cue = tokens[at - 2].lower()
            if len(run) in (3, 4) and proper(run) and run[0].lower() not in NO_FAMILIES and all(len(word) > 1 for word in run):
                name = tuple(old_tone(word) for word in run)
                self.names[name] += 1
                if cue in PERSON_CUES:
                    self.after_cue[name[0]].add(name)
            at += max(1, len(run))

    def families(self):
        apart = defaultdict(set)
        for name in self.names:
            apart[name[0]].add(name)
        return {first for first, names in self.after_cue.items() if len(names) >= 2 or len(apart[first]) >= 4}


def name_rows(persons, places):
    families = persons.families()
    level_names = {name for _, name in places.seen}
    count = {"family": Counter(), "middle": Counter(), "given": Counter(), "pair": Counter()}
    for name, times in persons.names.items():
        if name[0] not in families or " ".join(name) in level_names and name not in persons.after_cue[name[0]]:
            continue
        weight = 1 if times == 1 else 2 if times < 10 else 3  # who is named often is still one person
        count["family"][name[0]] += weight
        for middle in name[1:-1]:
            count["middle"][middle] += weight
        count["given"][name[-1]] += weight
        for pair in zip(name, name[1:]):
            count["pair"][" ".join(pair)] += weight
    for kind in ("family", "middle", "given", "pair"):
        for word in sorted(count[kind]):
            yield kind, word, count[kind][word]


class Formulas:
    """Long word sequences that many paragraphs share."""

    BREAK = set(".;:()")

    def __init__(self, least, longest):
        self.least = least
        self.longest = longest
        self.words = {}
        self.sentences = []

    def read(self, tokens):
        sentence = []
        for token in tokens:
            if token in self.BREAK:
                self.close(sentence)
                sentence = []
            elif token[0].isdigit():
                if not sentence or sentence[-1] != "<n>":
                    sentence.append("<n>")
            elif token.isalpha():
                sentence.append(old_tone(token.lower()))
        self.close(sentence)

    def close(self, sentence):
        if len(sentence) >= 4:
            self.sentences.append(tuple(self.words.setdefault(word, len(self.words)) for word in sentence))

    def rows(self, most):
        sentences = list(dict.fromkeys(self.sentences).keys())
        whole = Counter(self.sentences)
        names = {number: word for word, number in self.words.items()}
        figure = self.words.get("<n>", -1)
        known = None
        grams = {}
        for size in range(4, self.longest + 1):
            seen = Counter()
            for sentence in sentences:
                for at in range(len(sentence) - size + 1):
                    gram = sentence[at:at + size]
                    if known is None or gram[:-1] in known and gram[1:] in known:
                        # A sentence that stands a hundred times is a formula, but not a hundred of them.
                        seen[gram] += min(whole[sentence], 8)
            known = {gram for gram, count in seen.items() if count >= self.least}
            if not known:
                break
            grams.update((gram, seen[gram]) for gram in known)
        # The weightiest first; what shares more than half with those that are in already says nothing new.
        order = sorted(grams, key=lambda gram: (-(grams[gram] ** 0.5) * (len(gram) - 3), gram))
        inside = set()
        out = []
        for gram in order:
            if len(out) == most:
                break
            if figure in (gram[0], gram[-1]) or sum(word != figure for word in gram) < 4:
                continue
            parts = [gram[at:at + 4] for at in range(len(gram) - 3)]
            if sum(part in inside for part in parts) * 2 > len(parts):
                continue
            inside.update(parts)
            out.append((" ".join(names[word] for word in gram), grams[gram]))
        return sorted(out)


def write(path, what, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# %s\n# Made by: %s\n" % (what, COMMAND))
        for row in rows:
            out.write("\t".join(str(field) for field in row).rstrip("\t") + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True, help="folder to write into")
    parser.add_argument("--formulas", type=int, default=3000, help="how many formulas are kept")
    parser.add_argument("texts", nargs="+", help="one paragraph a line, plain or .xz; formulas come from the last")
    arguments = parser.parse_args()
    places, persons, formulas = Places(), Persons(), Formulas(20, 24)
    for path in arguments.texts:
        for line in paragraphs(path):
            last = path == arguments.texts[-1]
            if not last and not RUN.search(line):
                continue
            tokens = TOKEN.findall(line)
            places.read(tokens)
            places.read_dates(line)
            persons.read(tokens)
            if last:
                formulas.read(tokens)
    write(os.path.join(arguments.out, "places.tsv"),
          "Names of places: level, name, times seen; provinces: first and last month of documents they are seen to issue.",
          places.rows())
    write(os.path.join(arguments.out, "names.tsv"), "Names of persons: part, syllables, weight.",
          name_rows(persons, places))
    write(os.path.join(arguments.out, "formulas.tsv"),
          "Formulas of administrative language: words (<n> is a figure), paragraphs that hold them.",
          formulas.rows(arguments.formulas))


if __name__ == "__main__":
    main()

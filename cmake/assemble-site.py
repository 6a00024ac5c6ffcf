"""Puts the page's folder together: assemble-site.py SOURCE_DIR BUILD_DIR

Reads cmake/site.txt (which says how), writes BUILD_DIR/site/ with a .br and a .gz beside every file worth it, and
BUILD_DIR/site.json with the parts and sizes, for tools/size-report. What did not change is not compressed again.
"""

import argparse
import concurrent.futures
import gzip
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

TEMPLATES = {".html", ".js", ".mjs", ".css", ".webmanifest"}
NOT_WORTH_IT = {".png", ".jpg", ".jpeg", ".webp", ".woff2", ".gz", ".br", ".zip", ".docx", ".xlsx"}
TOKEN = re.compile(r"\{\{(asset:[^}]+|assets|version)\}\}")


class File:
    def __init__(self, when, part, logical, data):
        self.when, self.part, self.logical, self.data = when, part, logical, data
        self.url = logical

    @property
    def is_page(self):
        return self.part == "page"

    @property
    def is_entry(self):
        name = os.path.basename(self.logical)
        return self.is_page and (
            name.endswith((".html", ".webmanifest")) or name in ("sw.js", "robots.txt") or name.startswith(("favicon.", "icon-"))
        )

    @property
    def is_template(self):
        return self.is_page and os.path.splitext(self.logical)[1] in TEMPLATES


def collect(source_dir, build_dir):
    files = {}
    for number, line in enumerate((source_dir / "cmake" / "site.txt").read_text().splitlines(), 1):
        fields = line.split("#")[0].split()
        if not fields:
            continue
        if len(fields) != 4 or fields[0] not in ("first", "later"):
            sys.exit(f"cmake/site.txt:{number}: not 'first|later part source folder'")
        when, part, source, folder = fields
        path = source_dir / source.replace("{build}", str(build_dir))
        found = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path] if path.is_file() else []
        base = path if path.is_dir() else path.parent
        for file in found:
            relative = file.relative_to(base)
            if any(piece.startswith(".") for piece in relative.parts) or file.name in ("README.md", "SOURCES.md"):
                continue
            logical = os.path.normpath(os.path.join(folder, relative.as_posix()))
            files.setdefault(logical, File(when, part, logical, file.read_bytes()))
    return files


def with_hash(file):
    stem, extension = os.path.splitext(file.logical)
    return f"{stem}.{hashlib.sha256(file.data).hexdigest()[:8]}{extension}"


def fill_templates(files):
    def table(shown):
        return json.dumps(
            {f.logical: {"url": f.url, "size": len(f.data), "when": f.when} for f in shown}, separators=(",", ":"), sort_keys=True
        )

    def fill(file, shown, version):
        def value(match):
            token = match.group(1)
            if token == "assets":
                return table(shown)
            if token == "version":
                return version
            logical = token[len("asset:") :]
            if logical not in files:
                sys.exit(f"web/{file.logical} names {{{{{token}}}}}, but there is no {logical}: see cmake/site.txt")
            return files[logical].url

        file.data = TOKEN.sub(value, file.data.decode()).encode()

    templates = [f for f in files.values() if f.is_template]
    hashing = any(TOKEN.search(f.data.decode(errors="replace")) for f in templates)
    if not hashing:
        return
    content = [f for f in files.values() if not f.is_page]
    own = [f for f in files.values() if f.is_page and not f.is_entry]
    for file in content:
        file.url = with_hash(file)
    version = hashlib.sha256(b"".join(hashlib.sha256(f.data).digest() for f in files.values())).hexdigest()[:12]
    for file in own:
        if file.is_template:
            fill(file, content, version)
        file.url = with_hash(file)
    for file in files.values():
        if file.is_entry and file.is_template:
            fill(file, content + own, version)


def compressed(data, cache):
    """(gzip -9, brotli -11) of the data."""
    key = hashlib.sha256(data).hexdigest()
    gz, br = cache / f"{key}.gz", cache / f"{key}.br"
    if not gz.exists():
        part = gz.with_suffix(".part")
        part.write_bytes(gzip.compress(data, 9, mtime=0))
        part.rename(gz)
    if not br.exists():
        result = subprocess.run(["brotli", "-c", "-q", "11", "-w", "24", "-"], input=data, stdout=subprocess.PIPE, check=True)
        part = br.with_suffix(".part")
        part.write_bytes(result.stdout)
        part.rename(br)
    return gz.read_bytes(), br.read_bytes()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source_dir", type=pathlib.Path)
    parser.add_argument("build_dir", type=pathlib.Path)
    options = parser.parse_args()

    files = collect(options.source_dir, options.build_dir)
    fill_templates(files)

    cache = options.build_dir / "compressed"
    cache.mkdir(parents=True, exist_ok=True)
    site, fresh = options.build_dir / "site", options.build_dir / "site.new"
    shutil.rmtree(fresh, ignore_errors=True)
    report = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        pairs = list(pool.map(lambda file: compressed(file.data, cache), files.values()))
    for file, (gz, br) in zip(files.values(), pairs):
        path = fresh / file.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        if path.suffix not in NOT_WORTH_IT and len(br) < len(file.data):
            path.with_name(path.name + ".gz").write_bytes(gz)
            path.with_name(path.name + ".br").write_bytes(br)
            sizes = len(gz), len(br)
        else:
            sizes = len(file.data), len(file.data)
        report.append(
            dict(path=file.logical, url=file.url, part=file.part, when=file.when, raw=len(file.data), gzip=sizes[0], brotli=sizes[1])
        )
    shutil.rmtree(site, ignore_errors=True)
    fresh.rename(site)
    (options.build_dir / "site.json").write_text(json.dumps(report, indent=1))
    print(f"site: {len(report)} files, {sum(r['brotli'] for r in report if r['when'] == 'first') / 1000:.0f} kB brotli at first load")


main()

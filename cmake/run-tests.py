"""The steps of tools/test, and the count of what passed and failed.

A step that fails does not keep later, independent ones from running. Logs: build/test/. The last line says how many tests
passed and failed; the exit code is 0 only if none failed.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "test"
CORES = str(os.cpu_count() or 2)
FUZZ_RUNS, FUZZ_SECONDS = 20000, 15  # of each target; tools/test is no place for hours


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.failures = []

    def fail(self, what):
        self.failed += 1
        self.failures.append(what)


count = Count()


def say(text):
    print(text, flush=True)


def run(title, command, environment=None, limit=3600, show=25, hide="^$"):
    """Runs a step; its output goes to a log, of which a failure shows the end. (succeeded, output)"""
    log = LOGS / (re.sub(r"\W+", "-", title.lower()).strip("-") + ".log")
    started = time.monotonic()
    with open(log, "w") as out:
        try:
            code = subprocess.run(
                command, cwd=ROOT, env=dict(os.environ, **(environment or {})), stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.STDOUT, timeout=limit,
            ).returncode
        except subprocess.TimeoutExpired:
            code = f"no end after {limit} s"
        except OSError as error:
            code = str(error)
    output = re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(errors="replace"))
    say(f"{'ok    ' if code == 0 else 'FAILED'} {title} ({time.monotonic() - started:.0f} s)")
    if code != 0:
        for line in [line for line in output.splitlines() if not re.search(hide, line)][-show:]:
            say("       " + line[:400])
        say(f"       ({code}; all of it: {log.relative_to(ROOT)})")
    return code == 0, output


def step(title, command, **options):
    """A step that counts only where it fails."""
    good, _ = run(title, command, **options)
    if not good:
        count.fail(title)
    return good


def build(preset):
    """Configured and built; a target that fails does not keep the others from being built."""
    if not step(f"configure {preset}", ["cmake", "--preset", preset]):
        return False
    command = ["cmake", "--build", f"build/{preset}", "--parallel", CORES, "--", "-k", "0"]
    return step(f"build {preset}", command, show=60)


def native_tests():
    if not (ROOT / "build/native-asan/CMakeCache.txt").exists():
        return
    results = LOGS / "gtest"
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    junit = LOGS / "ctest.xml"
    junit.unlink(missing_ok=True)
    run(
        "unit tests",
        ["ctest", "--test-dir", "build/native-asan", "--output-on-failure", "-j", CORES, "--output-junit", str(junit)],
        environment={"GTEST_OUTPUT": f"xml:{results}/", "UBSAN_OPTIONS": "print_stacktrace=1"},
        show=80,
        hide=r"^\s*$|^Looked in|^/?[^ ]*/bin/[^ ]*$|\[ +OK \]|\[ RUN +\]",
    )
    if not junit.exists():
        count.fail("unit tests: ctest wrote no result")
        return

    for case in ET.parse(junit).getroot().iter("testcase"):
        name, status = case.get("name"), case.get("status")
        # A GoogleTest program says how many tests it has; any other counts as one. One that crashed wrote nothing.
        detail = results / f"test_{name}.xml"
        if detail.exists():
            try:
                suite = ET.parse(detail).getroot()
                tests = list(suite.iter("testcase"))
            except ET.ParseError:
                tests = []
            failed = [test for test in tests if test.find("failure") is not None]
            skipped = [test for test in tests if test.find("skipped") is not None or test.get("status") == "notrun"]
            count.passed += len(tests) - len(failed) - len(skipped)
            count.skipped += len(skipped)
            for test in failed:
                count.fail(f"{name}: {test.get('classname')}.{test.get('name')}")
            if status == "fail" and not failed: # a leak at the end, for one
                count.fail(f"{name}: the program ended with an error")
        elif status == "run":
            count.passed += 1
        elif status in ("notrun", "disabled"):
            count.fail(f"{name}: was not built") if status == "notrun" else None
        else:
            count.fail(name)


def fuzz():
    """Each fuzz target for a short fixed budget from a fixed seed: the same inputs each time, so that what fails here fails again."""
    if not step("configure fuzz", ["cmake", "--preset", "fuzz"]):
        return
    if not step("build fuzz", ["cmake", "--build", "build/fuzz", "--parallel", CORES, "--target", "fuzzers"], show=60):
        return
    found = LOGS / "fuzz"
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir(parents=True)
    programs = sorted((ROOT / "build/fuzz/bin").glob("fuzz_*"))
    started = time.monotonic()

    def one(program):
        name = program.name.removeprefix("fuzz_")
        new = found / f"{name}.inputs"
        new.mkdir()
        folders = [str(new)] + [str(folder) for folder in [ROOT / "tests/fuzz/corpus" / name] if folder.is_dir()]
        with open(found / f"{name}.log", "w") as out:
            return name, subprocess.run(
                [str(program), "-seed=1", f"-runs={FUZZ_RUNS}", f"-max_total_time={FUZZ_SECONDS}", "-timeout=20",
                 "-rss_limit_mb=2048", "-max_len=65536", f"-artifact_prefix={found}/{name}-", *folders],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
            ).returncode

    with concurrent.futures.ThreadPoolExecutor(int(CORES)) as pool:
        results = list(pool.map(one, programs))
    for name, code in results:
        if code == 0:
            count.passed += 1
        else:
            count.fail(f"fuzz {name}: see build/test/fuzz/{name}.log")
    say(f"{'ok    ' if all(code == 0 for _, code in results) else 'FAILED'} {len(results)} fuzz targets "
        f"({time.monotonic() - started:.0f} s)")


def size():
    good, output = run("size report", ["tools/size-report", "--check"])
    if good:
        count.passed += 1
        say(re.sub("^", "       ", output.strip(), flags=re.MULTILINE))
    else:
        count.fail("first load within its budget")


def browser_tests():
    folder = ROOT / "tests" / "browser"
    if not (folder / "run.mjs").exists():
        say("skip   browser tests (there is no tests/browser/run.mjs)")
        return
    if (folder / "package.json").exists():
        install = ["npm", "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
        stamp, lock = folder / "node_modules" / ".package-lock.json", folder / "package-lock.json"
        fresh = stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime
        if not fresh and not step("install playwright-core", install):
            return
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    good, output = run(
        "browser tests",
        ["node", str(folder / "run.mjs")],
        environment={"CHROMIUM": chromium, "THIDUA_SITE": str(ROOT / "build" / "web" / "site")},
        show=60,
        hide=r"^\s*$|^ok\s",
    )
    # The runner closes as we do: 'N passed, N failed', perhaps ', N skipped'.
    lines = re.findall(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", output, re.MULTILINE)
    failed = 0
    if lines:
        passed, failed, skipped = (int(number or 0) for number in lines[-1])
        count.passed += passed
        count.skipped += skipped
        names = re.findall(r"^(?:FAILED|not ok|✗)[ :-]*(.+)$", output, re.MULTILINE)
        for index in range(failed):
            count.fail("browser: " + (names[index] if index < len(names) else "see build/test/browser-tests.log"))
    if not good and not failed:
        count.fail("browser tests: the runner ended with an error")
    if good and not lines:
        count.fail("browser tests: the runner printed no 'N passed, N failed'")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("native", "web"), help="one half of it")
    parser.add_argument("--not-installed", action="store_true", help="tools/prepare failed")
    options = parser.parse_args()
    native, web = options.only in (None, "native"), options.only in (None, "web")
    LOGS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()

    if options.not_installed:
        count.fail("install what is missing (tools/prepare)")
    if native:
        build("native-asan")
        native_tests()
        fuzz()
    if web and build("web"):
        size()
        browser_tests()

    say("")
    for failure in count.failures:
        say(f"failed: {failure}")
    say(f"after {(time.monotonic() - started) / 60:.1f} minutes")
    say(f"{count.passed} passed, {count.failed} failed" + (f", {count.skipped} skipped" if count.skipped else ""))
    sys.exit(1 if count.failed or not count.passed else 0)


main()

"""Files as strings in the program: embed.py NAMESPACE OUTPUT_WITHOUT_EXTENSION FILE... writes OUTPUT.h and OUTPUT.cpp."""

import os
import re
import sys


def literal(data):
    lines, line = [], ""
    for byte in data:
        if byte == 0x0A:
            lines.append(line + "\\n")
            line = ""
            continue
        plain = 0x20 <= byte < 0x7F and byte not in b'"\\?'
        line += chr(byte) if plain else f"\\{byte:03o}"
        if len(line) > 2000:
            lines.append(line)
            line = ""
    lines.append(line)
    return "\n    ".join(f'"{text}"' for text in lines)


namespace, output, files = sys.argv[1], sys.argv[2], sys.argv[3:]
names = [re.sub(r"\W", "_", os.path.basename(file)) for file in files]

header = f"#pragma once\n// Made by cmake/embed.py.\n#include <string_view>\n\nnamespace {namespace} {{\n\n"
header += "".join(f"extern const std::string_view {name};\n" for name in names)
header += f"\n/// By file name; empty where there is none.\nstd::string_view find(std::string_view file_name);\n\n}} // namespace {namespace}\n"

source = f'#include "{os.path.basename(output)}.h"\n\nnamespace {namespace} {{\n\n'
for name, file in zip(names, files):
    with open(file, "rb") as opened:
        data = opened.read()
    source += f"const std::string_view {name}({literal(data)}, {len(data)});\n"
source += "\nstd::string_view find(std::string_view file_name) {\n"
source += "".join(
    f'    if (file_name == "{os.path.basename(file)}") return {name};\n' for name, file in zip(names, files)
)
source += f"    return {{}};\n}}\n\n}} // namespace {namespace}\n"

for path, text in ((output + ".h", header), (output + ".cpp", source)):
    with open(path, "w", encoding="utf-8") as opened:
        opened.write(text)

// A program whose main() stands in one of its module's other files (src/platform/web.cpp, src/platform/desktop.cpp).

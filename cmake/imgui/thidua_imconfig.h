// Dear ImGui as this program uses it (IMGUI_USER_CONFIG), the same in every build.
#pragma once

// The hooks behind the semantic tree; src/ui/semantics implements them.
#define IMGUI_ENABLE_TEST_ENGINE

// No old names, and none of the windows that are made for ImGui's own developers.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

# What every part of the build shares: compiler settings, thidua_module(), thidua_dependency(), thidua_embed().

get_property(_thidua_ninja GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT CMAKE_BUILD_TYPE AND NOT _thidua_ninja)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

set(THIDUA_SANITIZE "" CACHE STRING "Value for -fsanitize=, or empty")
option(THIDUA_FUZZ "Build tests/fuzz as libFuzzer targets (needs clang)" OFF)

# Asserts stay on natively; the web build is the one people load, so it is built for size.
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g1")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
set(CMAKE_C_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer")
if(EMSCRIPTEN)
    set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG")
    set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
    # Emscripten otherwise puts its own SDL 1 before the SDL 2 we compile.
    add_compile_options(-sUSE_SDL=0)
    add_link_options(-sUSE_SDL=0)
endif()

if(THIDUA_SANITIZE)
    # vptr needs RTTI, which src/ is built without.
    add_compile_options("-fsanitize=${THIDUA_SANITIZE}" -fno-sanitize=vptr -fno-sanitize-recover=all)
    add_link_options("-fsanitize=${THIDUA_SANITIZE}")
endif()
if(THIDUA_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "Fuzz targets need clang: cmake --preset fuzz")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link) # everything tells the fuzzer where it has been
endif()

# One cache for all build folders and clones: the third-party sources, and most of ours, compile once.
# Neither the working folder nor the place of the clone is part of the key.
find_program(THIDUA_CCACHE ccache)
if(THIDUA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(_launcher "env;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_DEPEND=1;${THIDUA_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${_launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${_launcher}")
endif()

# --- the table of layers --------------------------------------------------------------------------------------------
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/cmake/layers.txt")
file(STRINGS "${CMAKE_SOURCE_DIR}/cmake/layers.txt" _lines REGEX "^[a-z]+ *:")
set(THIDUA_MODULES "")
foreach(_line IN LISTS _lines)
    string(REGEX MATCH "^([a-z]+) *:(.*)$" _ "${_line}")
    set(_module "${CMAKE_MATCH_1}")
    separate_arguments(_allowed UNIX_COMMAND "${CMAKE_MATCH_2}")
    list(APPEND THIDUA_MODULES "${_module}")
    set(THIDUA_LAYER_${_module} "${_allowed}")
endforeach()

# --- our own code ---------------------------------------------------------------------------------------------------
add_library(thidua_options INTERFACE)
target_compile_options(thidua_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-overlength-strings -Werror)
if(THIDUA_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(thidua_options INTERFACE -Wno-maybe-uninitialized) # g++ warns of its own checks
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(thidua_options INTERFACE -Wno-sign-conversion) # g++ leaves it out of -Wconversion for C++
endif()
add_library(thidua_no_exceptions INTERFACE)
target_compile_options(thidua_no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
add_library(thidua_no_rtti INTERFACE)
target_compile_options(thidua_no_rtti INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

# Files named web.cpp or *_web.cpp belong to the web build only, desktop.cpp or *_desktop.cpp to the native one.
function(thidua_sources folder out)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
    if(EMSCRIPTEN)
        list(FILTER sources EXCLUDE REGEX "[/_]desktop\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "[/_]web\\.cpp$")
    endif()
    set(${out} "${sources}" PARENT_SCOPE)
endfunction()

# thidua_dependency(<name>): defines the target thidua::<name>. Its sources are fetched only when somebody asks for them.
function(thidua_dependency name)
    if(TARGET "thidua::${name}")
        return()
    endif()
    set(folder "${CMAKE_SOURCE_DIR}/cmake/deps/${name}")
    if(NOT EXISTS "${folder}/CMakeLists.txt")
        message(FATAL_ERROR "No dependency is called '${name}': there is no cmake/deps/${name}/CMakeLists.txt")
    endif()
    add_subdirectory("${folder}" "${CMAKE_BINARY_DIR}/deps/${name}")
endfunction()

# Links <target> to <items>; thidua::<name> is made available first.
function(thidua_link target scope)
    foreach(item IN LISTS ARGN)
        if(item MATCHES "^thidua::([a-z0-9_]+)$")
            thidua_dependency("${CMAKE_MATCH_1}")
        endif()
        target_link_libraries("${target}" ${scope} "${item}")
    endforeach()
endfunction()

# thidua_module(<name> [OBJECT] [DEPENDS module ...] [LINK library ...])
# The library thidua_<name> of all *.cpp below src/<name>, except main.cpp, which belongs to the program.
function(thidua_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "OBJECT" "" "DEPENDS;LINK")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "thidua_module(${name}): what is '${arg_UNPARSED_ARGUMENTS}'?")
    endif()
    if(NOT name IN_LIST THIDUA_MODULES)
        message(FATAL_ERROR "Module '${name}' has no line in cmake/layers.txt")
    endif()
    thidua_sources("${CMAKE_SOURCE_DIR}/src/${name}" sources)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")

    set(scope PUBLIC)
    if(NOT sources)
        set(scope INTERFACE)
        add_library("thidua_${name}" INTERFACE)
    else()
        if(arg_OBJECT)
            add_library("thidua_${name}" OBJECT ${sources})
        else()
            add_library("thidua_${name}" STATIC ${sources})
        endif()
        target_link_libraries("thidua_${name}" PRIVATE thidua_options thidua_no_exceptions thidua_no_rtti)
    endif()
    target_include_directories("thidua_${name}" ${scope} "${CMAKE_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/generated")
    foreach(module IN LISTS arg_DEPENDS)
        if(NOT module IN_LIST THIDUA_LAYER_${name})
            message(FATAL_ERROR "Module '${name}' may not depend on '${module}': see cmake/layers.txt")
        endif()
        target_link_libraries("thidua_${name}" ${scope} "thidua_${module}")
    endforeach()
    thidua_link("thidua_${name}" ${scope} ${arg_LINK})
endfunction()

# thidua_embed(<module> <header> FILES file ...): the files as strings in the module, for what must be there before anything can be
# loaded. thidua_embed(ui shaders FILES ${CMAKE_SOURCE_DIR}/shaders/page.frag) gives #include "ui/shaders.h" with
# thidua::ui::shaders::page_frag and thidua::ui::shaders::find("page.frag"). After thidua_module().
function(thidua_embed module header)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
    set(output "${CMAKE_BINARY_DIR}/generated/${module}/${header}")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/generated/${module}")
    add_custom_command(
        OUTPUT "${output}.h" "${output}.cpp"
        COMMAND python3 "${CMAKE_SOURCE_DIR}/cmake/embed.py" "thidua::${module}::${header}" "${output}" ${arg_FILES}
        DEPENDS "${CMAKE_SOURCE_DIR}/cmake/embed.py" ${arg_FILES}
        COMMENT "Embedding ${module}/${header}"
        VERBATIM)
    set_source_files_properties("${output}.cpp" PROPERTIES COMPILE_OPTIONS -w)
    target_sources("thidua_${module}" PRIVATE "${output}.h" "${output}.cpp")
endfunction()

# thidua_system_headers(<name> <probe> <folder> <package>): the interface library thidua::<name> for a header-only package.
# Only that folder is made visible (by a link in the build folder): a cross compiler must not see all of /usr/include.
function(thidua_system_headers name probe folder package)
    string(TOUPPER "${name}" upper)
    set(THIDUA_${upper}_SOURCE_DIR "$ENV{THIDUA_${upper}_SOURCE_DIR}" CACHE PATH "Folder that holds ${probe}, instead of the package ${package}")
    set(found "")
    foreach(candidate IN ITEMS "${THIDUA_${upper}_SOURCE_DIR}" "${THIDUA_${upper}_SOURCE_DIR}/include" /usr/include /usr/local/include)
        if(EXISTS "${candidate}/${probe}" AND NOT found)
            set(found "${candidate}")
        endif()
    endforeach()
    if(NOT found)
        message(FATAL_ERROR "${probe} was not found. On Debian: apt-get install ${package}. "
                            "Elsewhere set THIDUA_${upper}_SOURCE_DIR to the folder that holds ${probe}.")
    endif()
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers/${name}")
    file(CREATE_LINK "${found}/${folder}" "${CMAKE_BINARY_DIR}/headers/${name}/${folder}" SYMBOLIC)
    add_library("thidua_${name}" INTERFACE)
    target_include_directories("thidua_${name}" SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/headers/${name}")
    add_library("thidua::${name}" ALIAS "thidua_${name}")
endfunction()

# thidua_fetch(<name> <out> [<version>]): the folder with the sources of a third-party library. THIDUA_<NAME>_SOURCE_DIR, of CMake
# or of the environment, names a local one; otherwise tools/fetch-deps brings what cmake/deps.lock pins.
function(thidua_fetch name out)
    string(TOUPPER "${name}" upper)
    set(variable "THIDUA_${upper}_SOURCE_DIR")
    set(${variable} "$ENV{${variable}}" CACHE PATH "Sources of ${name}; empty: fetched from Debian")
    set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/cmake/deps.lock")
    set(request "${name}")
    if(ARGC GREATER 2)
        set(request "${name}=${ARGV2}")
    endif()
    if(${variable})
        set(folder "${${variable}}")
        if(NOT IS_DIRECTORY "${folder}")
            message(FATAL_ERROR "${variable}: ${folder} is no folder")
        endif()
    else()
        execute_process(COMMAND "${CMAKE_SOURCE_DIR}/tools/fetch-deps" "${request}"
                        OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
        if(failed)
            message(FATAL_ERROR "tools/fetch-deps ${request} did not succeed; the reason stands above. "
                                "-D${variable}=FOLDER uses sources of your own.")
        endif()
    endif()
    message(STATUS "${name}: ${folder}")
    set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# thidua_third_party(<name> <source> ...): the static library thidua::<name>, without our warnings: optimised in every native build,
# for size on the web.
function(thidua_third_party name)
    add_library("thidua_${name}" STATIC ${ARGN})
    add_library("thidua::${name}" ALIAS "thidua_${name}")
    target_compile_options("thidua_${name}" PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
    if(THIDUA_SANITIZE)
        target_compile_options("thidua_${name}" PRIVATE -g0 -fno-sanitize=undefined) # not ours to mend
    elseif(NOT EMSCRIPTEN)
        target_compile_options("thidua_${name}" PRIVATE -O2 -g0)
    endif()
    set_target_properties("thidua_${name}" PROPERTIES CXX_STANDARD 17 C_EXTENSIONS ON)
endfunction()

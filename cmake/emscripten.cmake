# The toolchain of the preset `web`: whichever Emscripten this machine has (Debian's, or an emsdk in the PATH).
if(NOT THIDUA_EMSCRIPTEN_ROOT)
    find_program(_emcc emcc HINTS "$ENV{EMSDK}/upstream/emscripten" NO_CMAKE_FIND_ROOT_PATH)
    if(NOT _emcc)
        message(FATAL_ERROR "emcc was not found. On Debian: apt-get install emscripten")
    endif()
    get_filename_component(_emcc "${_emcc}" REALPATH)
    get_filename_component(_root "${_emcc}" DIRECTORY)
    set(THIDUA_EMSCRIPTEN_ROOT "${_root}" CACHE PATH "The folder of Emscripten's own tools")
endif()
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES THIDUA_EMSCRIPTEN_ROOT)
include("${THIDUA_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's node modules (acorn) stand where only Debian's own node would look.
if(EXISTS /usr/share/nodejs)
    set(ENV{NODE_PATH} /usr/share/nodejs)
    set(CMAKE_C_LINKER_LAUNCHER "env;NODE_PATH=/usr/share/nodejs")
    set(CMAKE_CXX_LINKER_LAUNCHER "env;NODE_PATH=/usr/share/nodejs")
endif()

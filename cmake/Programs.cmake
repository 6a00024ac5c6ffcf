# The programs: the page and the desktop program from src/platform, the command line from src/cli.

# thidua_program(<target> <module>): an executable of main.cpp (where the module has one) and the module's library.
function(thidua_program target module)
    set(folder "${CMAKE_SOURCE_DIR}/src/${module}")
    if(NOT EXISTS "${folder}/CMakeLists.txt")
        return()
    endif()
    thidua_sources("${folder}" sources)
    if(NOT sources)
        return()
    endif()
    list(FILTER sources INCLUDE REGEX "/main\\.cpp$")
    if(NOT sources)
        set(sources "${CMAKE_SOURCE_DIR}/cmake/no-main.cpp")
    endif()
    add_executable("${target}" ${sources})
    target_link_libraries("${target}" PRIVATE thidua_options thidua_no_exceptions thidua_no_rtti "thidua_${module}")
endfunction()

if(THIDUA_FUZZ)
    return()
elseif(NOT EMSCRIPTEN)
    thidua_program(thidua-desktop platform)
    thidua_program(thidua cli)
    return()
endif()

# --- the page's script and wasm --------------------------------------------------------------------------------------
thidua_program(thidua_web platform)
if(NOT TARGET thidua_web)
    return()
endif()
set_target_properties(thidua_web PROPERTIES OUTPUT_NAME thidua SUFFIX ".js")

# Emscripten has called the stack TOTAL_STACK (5 MB) and, since 3.1.25, STACK_SIZE (64 KB since 3.1.27).
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(stack TOTAL_STACK)
else()
    set(stack STACK_SIZE)
endif()
# The page is ours (web/index.html), so only the script is made. It defines createThiDua(options), which promises the module;
# the page gives locateFile for the hashed names. A module that needs more of the runtime adds to these lists from its own
# CMakeLists.txt: set_property(GLOBAL APPEND PROPERTY THIDUA_WEB_EXPORTS _name) or ... THIDUA_WEB_RUNTIME name).
set_property(GLOBAL APPEND PROPERTY THIDUA_WEB_EXPORTS _main _malloc _free)
set_property(GLOBAL APPEND PROPERTY THIDUA_WEB_RUNTIME ccall cwrap UTF8ToString stringToUTF8 lengthBytesUTF8)
get_property(exports GLOBAL PROPERTY THIDUA_WEB_EXPORTS)
get_property(runtime GLOBAL PROPERTY THIDUA_WEB_RUNTIME)
if(NOT EMSCRIPTEN_VERSION VERSION_LESS 3.1.50)
    list(APPEND runtime HEAPU8 HEAP32) # exported unasked before
endif()
list(REMOVE_DUPLICATES exports)
list(REMOVE_DUPLICATES runtime)
list(JOIN exports "," exports)
list(JOIN runtime "," runtime)
target_link_options(thidua_web PRIVATE
    -sMODULARIZE=1
    -sEXPORT_NAME=createThiDua
    -sENVIRONMENT=web
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=33554432
    -s${stack}=1048576
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sEXPORTED_FUNCTIONS=${exports}
    -sEXPORTED_RUNTIME_METHODS=${runtime})

# --- the page's folder ------------------------------------------------------------------------------------------------
# build/web/site, by cmake/site.txt: what any static host can serve as it is.
add_custom_target(site ALL
    COMMAND python3 "${CMAKE_SOURCE_DIR}/cmake/assemble-site.py" "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}"
    COMMENT "Assembling the page's folder"
    VERBATIM)
add_dependencies(site thidua_web thidua_fonts)

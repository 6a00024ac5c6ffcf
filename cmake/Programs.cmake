# The programs: the page and the desktop program from src/platform, the command line from src/cli.

# thidua_program(<target> <module>): an executable of main.cpp (where the module has one) and the module's library.
function(thidua_program target module)
    thidua_sources("${CMAKE_SOURCE_DIR}/src/${module}" sources)
    if(NOT sources OR NOT EXISTS "${CMAKE_SOURCE_DIR}/src/${module}/CMakeLists.txt")
        return()
    endif()
    list(FILTER sources INCLUDE REGEX "/main\\.cpp$")
    if(NOT sources)
        set(sources "${CMAKE_SOURCE_DIR}/cmake/no-main.cpp")
    endif()
    add_executable("${target}" ${sources})
    target_link_libraries("${target}" PRIVATE thidua_options thidua_no_exceptions thidua_no_rtti "thidua_${module}")
endfunction()

if(EMSCRIPTEN)
    thidua_program(thidua_web platform)
else()
    thidua_program(thidua-desktop platform)
    thidua_program(thidua cli)
endif()

# tests/fuzz/<module>_<what>.cpp defines LLVMFuzzerTestOneInput.
# Preset fuzz: a libFuzzer program fuzz_<module>_<what> (target `fuzzers`: all of them). Otherwise: the same input function, run over the files of
# tests/fuzz/corpus/<module>_<what>/ (and over nothing at all), as an ordinary test.
file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp")
list(FILTER fuzzers EXCLUDE REGEX "/replay\\.cpp$")
add_custom_target(fuzzers)
foreach(source IN LISTS fuzzers)
    get_filename_component(name "${source}" NAME_WE)
    string(REGEX MATCH "^[a-z]+" module "${name}")
    if(NOT module IN_LIST THIDUA_MODULES)
        message(FATAL_ERROR "tests/fuzz/${name}.cpp: the name begins with its module, as in intake_segment.cpp")
    endif()
    add_executable("fuzz_${name}" "${source}")
    target_link_libraries("fuzz_${name}" PRIVATE thidua_options thidua_no_exceptions thidua_no_rtti "thidua_${module}")
    target_compile_definitions("fuzz_${name}" PRIVATE "THIDUA_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
    add_dependencies(fuzzers "fuzz_${name}")
    if(THIDUA_FUZZ)
        target_link_options("fuzz_${name}" PRIVATE -fsanitize=fuzzer)
    else()
        target_sources("fuzz_${name}" PRIVATE "${CMAKE_SOURCE_DIR}/cmake/fuzz-replay.cpp")
        add_test(NAME "fuzz_${name}"
                 COMMAND "fuzz_${name}" "${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name}"
                 WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    endif()
endforeach()

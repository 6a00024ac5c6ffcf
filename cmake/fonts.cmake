# The fonts, cut down at build time (make-font.py) into build/<preset>/fonts/:
#   ui-regular.ttf ui-semibold.ttf       Inter: the interface
#   serif-{regular,bold,italic,bolditalic}.ttf   Tinos: document pages, of the widths of Times New Roman
#   icons.ttf                            Material Icons: what cmake/icons.txt lists
# THIDUA_INTER_SOURCE_DIR, THIDUA_TINOS_SOURCE_DIR, THIDUA_MATERIAL_ICONS_SOURCE_DIR name folders with the faces where the Debian
# packages are not installed.

foreach(candidate IN ITEMS "$ENV{THIDUA_PYTHON}" /usr/bin/python3 python3)
    if(candidate AND NOT THIDUA_FONT_PYTHON)
        execute_process(COMMAND "${candidate}" -c "import fontTools.cu2qu" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
        if(NOT failed)
            set(THIDUA_FONT_PYTHON "${candidate}" CACHE FILEPATH "A Python with fontTools")
        endif()
    endif()
endforeach()
if(NOT THIDUA_FONT_PYTHON)
    message(FATAL_ERROR "No Python with fontTools was found. On Debian: apt-get install python3-fonttools. "
                        "Elsewhere set the environment variable THIDUA_PYTHON to one that has it.")
endif()

set(THIDUA_FONTS_DIR "${CMAKE_BINARY_DIR}/fonts")
file(MAKE_DIRECTORY "${THIDUA_FONTS_DIR}")
set(_font_files "")

# _thidua_font(<output> <family> <package> <folder> <file> <make-font arguments>...)
function(_thidua_font output family package folder file)
    set(variable "THIDUA_${family}_SOURCE_DIR")
    set(${variable} "$ENV{${variable}}" CACHE PATH "Folder with ${file}, instead of the package ${package}")
    set(source "")
    foreach(place IN ITEMS "${${variable}}" "/usr/share/fonts/${folder}")
        if(place AND NOT source AND EXISTS "${place}/${file}")
            set(source "${place}/${file}")
        endif()
    endforeach()
    if(NOT source)
        message(FATAL_ERROR "${file} was not found. On Debian: apt-get install ${package}. "
                            "Elsewhere set ${variable} to the folder that holds it.")
    endif()
    add_custom_command(
        OUTPUT "${THIDUA_FONTS_DIR}/${output}"
        COMMAND "${THIDUA_FONT_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/make-font.py" "${source}" "${THIDUA_FONTS_DIR}/${output}" ${ARGN}
        DEPENDS "${CMAKE_SOURCE_DIR}/cmake/make-font.py" "${CMAKE_SOURCE_DIR}/cmake/icons.txt" "${source}"
        COMMENT "Cutting down ${file} to ${output}"
        VERBATIM)
    set(_font_files "${_font_files};${THIDUA_FONTS_DIR}/${output}" PARENT_SCOPE)
endfunction()

_thidua_font(ui-regular.ttf INTER fonts-inter opentype/inter Inter-Regular.otf text --tabular)
_thidua_font(ui-semibold.ttf INTER fonts-inter opentype/inter Inter-SemiBold.otf text --tabular)
_thidua_font(serif-regular.ttf TINOS fonts-croscore truetype/croscore Tinos-Regular.ttf text)
_thidua_font(serif-bold.ttf TINOS fonts-croscore truetype/croscore Tinos-Bold.ttf text)
_thidua_font(serif-italic.ttf TINOS fonts-croscore truetype/croscore Tinos-Italic.ttf text)
_thidua_font(serif-bolditalic.ttf TINOS fonts-croscore truetype/croscore Tinos-BoldItalic.ttf text)
_thidua_font(icons.ttf MATERIAL_ICONS fonts-material-design-icons-iconfont truetype/material-design-icons-iconfont
             MaterialIcons-Regular.ttf icons --list "${CMAKE_SOURCE_DIR}/cmake/icons.txt")
add_custom_target(thidua_fonts ALL DEPENDS ${_font_files})

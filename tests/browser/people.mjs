// A list of so many people as an office keeps it in Excel and saves it as CSV, and lists about them.

const FAMILY = ['Nguyễn Văn', 'Trần Thị', 'Lê Quang', 'Phạm Thị Hồng', 'Hoàng Minh'];
const GIVEN = ['An', 'Bình', 'Cúc', 'Dũng', 'Hà', 'Khánh', 'Lan'];
const two = (number) => String(number).padStart(2, '0');

/// Each name with a birth date of its own, so that nobody is taken for somebody else.
function who(i) {
  return `${FAMILY[i % 5]} ${GIVEN[i % 7]};${two(1 + i % 28)}/${two(1 + Math.floor(i / 28) % 12)}/${1960 + Math.floor(i / 336) % 40}`;
}

export function peopleCsv(count) {
  const rows = Array.from({ length: count }, (_, i) => `${who(i)};Chuyên viên;Phòng ${i % 40};${['HTXSNV', 'HTTNV', 'HTNV'][i % 3]}`);
  return ['Họ và tên;Ngày sinh;Chức vụ;Đơn vị;Xếp loại', ...rows].join('\r\n');
}

export function awardsCsv(count, year) {
  const rows = Array.from({ length: count }, (_, i) => `${who(i)};${year};Lao động tiên tiến;;;`);
  return ['Họ và tên;Ngày sinh;Năm;Danh hiệu, hình thức;Số quyết định;Ngày quyết định;Cơ quan quyết định', ...rows].join('\r\n');
}

/// The file is dropped on the page.
export function drop(page, name, text) {
  return page.evaluate(([fileName, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], fileName));
    document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
}

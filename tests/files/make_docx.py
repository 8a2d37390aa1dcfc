"""Writes python-docx.docx: the minutes of source.txt with the styles and automatic numbers of Word's own template."""
from docx import Document

document = Document()
section = document.sections[0]
section.header.paragraphs[0].text = "Đầu trang không thuộc biên bản"
section.footer.paragraphs[0].text = "Chân trang không thuộc biên bản"
for line in (
    "UBND XÃ VÂN KHÊ",
    "BIÊN BẢN",
    "Họp giao ban tháng 9 năm 2025",
    "Thời gian: 8 giờ 00 ngày 02/10/2025. Chủ trì: ông Phan Đình Lộc, Chủ tịch UBND xã.",
):
    document.add_paragraph(line)
document.add_heading("I. KẾT QUẢ ĐẠT ĐƯỢC", 2)
document.add_paragraph("Đã hoàn thành 12/12 km kênh mương nội đồng, vượt kế hoạch 10 ngày.")
document.add_paragraph("Thu ngân sách đạt 4,2 tỷ đồng, bằng 93% dự toán.")
document.add_heading("II. TỒN TẠI, HẠN CHẾ", 2)
document.add_paragraph("Việc giải phóng mặt bằng chợ Khê còn chậm, 5 hộ dân chưa nhận tiền bồi thường.")
document.add_heading("III. KẾT LUẬN CỦA CHỦ TỊCH UBND XÃ", 2)
document.add_paragraph("Ông Phan Đình Lộc kết luận:")
for line in (
    "Giao Ban Quản lý chợ vận động 5 hộ dân, bàn giao mặt bằng trước ngày 20/10/2025.",
    "Công chức Tài chính - Kế toán đôn đốc thu quỹ, báo cáo UBND xã trước ngày 25/10/2025.",
):
    document.add_paragraph(line, style="List Number")
rows = (
    ("STT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"),
    ("1", "Sửa trạm bơm Đồng Cát", "Hợp tác xã Vân Khê", "30/10/2025"),
    ("2", "Rà soát danh sách hộ nghèo", "Công chức Văn hóa - Xã hội", "05/11/2025"),
)
table = document.add_table(rows=0, cols=4, style="Table Grid")
for row in rows:
    cells = table.add_row().cells
    for cell, text in zip(cells, row):
        cell.text = text
document.add_paragraph("Cuộc họp kết thúc lúc 10 giờ 30 cùng ngày.")
document.save("python-docx.docx")

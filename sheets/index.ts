export { type CellToWrite, columnName, columnNumber, type ReadCell, type ReadSheet, type SheetColumn, type SheetToWrite } from './sheet';
export { writeWorkbook } from './write-workbook';
export { cellText } from './xml-text';

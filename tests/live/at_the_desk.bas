Option Explicit
' Works through a list of workbooks as somebody at a desk would: opens each, edits it, has it
' recalculated and stores it. A line of the list is one act, its words between tabs; each workbook's
' acts end with "store". What went wrong with a workbook is a line of the log, and the next is begun.

Private book As Object
Private failed As String

Sub Main(listed As String, logged As String)
  Dim files As Object, source As Object, told As Object, reader As Object, writer As Object, act As String
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  source = createUnoService("com.sun.star.io.TextInputStream")
  source.setInputStream(files.openFileRead(ConvertToURL(listed)))
  source.setEncoding("UTF-8")
  writer = createUnoService("com.sun.star.io.TextOutputStream")
  writer.setOutputStream(files.openFileWrite(ConvertToURL(logged)))
  writer.setEncoding("UTF-8")
  Do While Not source.isEOF()
    act = source.readLine()
    If Left(act, 3) <> "end" Then
      Attempt(Split(act, Chr(9)))
      If Left(act, 5) = "store" Then
        writer.writeString(failed & Chr(9) & Split(act, Chr(9))(1) & Chr(10))
        writer.flush()
      End If
    End If
  Loop
  writer.closeOutput()
  StarDesktop.terminate()
End Sub

Private Sub Attempt(a)
  On Error GoTo Wrong
  If a(0) = "open" Then
    failed = ""
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden": hidden(0).Value = True
    book = StarDesktop.loadComponentFromURL(ConvertToURL(a(1)), "_blank", 0, hidden())
  ElseIf a(0) = "store" Then
    If failed = "" Then
      book.calculateAll()
      Dim kind(0) As New com.sun.star.beans.PropertyValue
      kind(0).Name = "FilterName": kind(0).Value = "Calc MS Excel 2007 XML"
      book.storeToURL(ConvertToURL(a(1)), kind())
    End If
    book.close(True)
  ElseIf failed = "" Then
    Edit(a)
  End If
  Exit Sub
Wrong:
  failed = failed & a(0) & ": " & Error() & "; "
End Sub

Private Sub Edit(a)
  Dim sheet As Object, cell As Object, area As Object
  sheet = book.Sheets.getByName(a(1))
  Select Case a(0)
    Case "number"
      sheet.getCellRangeByName(a(2)).Value = Val(a(3))
    Case "percent"
      cell = sheet.getCellRangeByName(a(2))
      cell.Value = Val(a(3))
      cell.NumberFormat = 10
    Case "text"
      sheet.getCellRangeByName(a(2)).String = a(3)
    Case "formula"
      sheet.getCellRangeByName(a(2)).Formula = a(3)
    Case "empty"
      sheet.getCellRangeByName(a(2)).clearContents(31)
    Case "sort"
      SortRows(sheet.getCellRangeByName(a(2)), CInt(a(3)), a(4) = "up")
    Case "insert rows"
      sheet.Rows.insertByIndex(CInt(a(2)) - 1, CInt(a(3)))
    Case "delete rows"
      sheet.Rows.removeByIndex(CInt(a(2)) - 1, CInt(a(3)))
    Case "insert columns"
      sheet.Columns.insertByIndex(CInt(a(2)) - 1, CInt(a(3)))
    Case "cells down"
      area = sheet.getCellRangeByName(a(2))
      sheet.insertCells(area.RangeAddress, com.sun.star.sheet.CellInsertMode.DOWN)
    Case "cells up"
      area = sheet.getCellRangeByName(a(2))
      sheet.removeRange(area.RangeAddress, com.sun.star.sheet.CellDeleteMode.UP)
    Case "copy"
      area = sheet.getCellRangeByName(a(2))
      sheet.copyRange(sheet.getCellRangeByName(a(3)).CellAddress, area.RangeAddress)
    Case "move"
      area = sheet.getCellRangeByName(a(2))
      sheet.moveRange(sheet.getCellRangeByName(a(3)).CellAddress, area.RangeAddress)
    Case "rename"
      sheet.Name = a(2)
    Case "copy sheet"
      book.Sheets.copyByName(a(1), a(2), book.Sheets.Count)
    Case Else
      Err.Raise 5
  End Select
End Sub

Private Sub SortRows(area As Object, field As Integer, ascending As Boolean)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = field
  fields(0).IsAscending = ascending
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields": how(0).Value = fields()
  how(1).Name = "ContainsHeader": how(1).Value = False
  area.sort(how())
End Sub

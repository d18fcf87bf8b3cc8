Option Explicit
' Converts workbooks as it is asked: each request is a file of lines, the workbook, the result, the
' filter, and one more, as the last is read with its line feed. What went wrong, or an empty line,
' becomes the answer beside it. Ends when nobody has asked for ten minutes.

Sub Main(folder As String)
  Dim files As Object, number As Long, idle As Long
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  number = 1
  Do While idle < 20000
    If files.exists(folder & "/asked" & number) Then
      Answer(files, folder & "/answer" & number, Converted(Lines(files, folder & "/asked" & number)))
      number = number + 1
      idle = 0
    Else
      Wait 30
      idle = idle + 1
    End If
  Loop
  StarDesktop.terminate()
End Sub

Private Function Lines(files As Object, url As String)
  Dim reader As Object, found(2) As String, i As Integer
  reader = createUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(files.openFileRead(url))
  reader.setEncoding("UTF-8")
  For i = 0 To 2
    found(i) = reader.readLine()
  Next i
  reader.closeInput()
  Lines = found
End Function

Private Function Converted(asked) As String
  Dim book As Object, how(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  On Error GoTo Wrong
  how(0).Name = "Hidden": how(0).Value = True
  book = StarDesktop.loadComponentFromURL(asked(0), "_blank", 0, how())
  kind(0).Name = "FilterName": kind(0).Value = asked(2)
  book.storeToURL(asked(1), kind())
  book.close(True)
  Exit Function
Wrong:
  Converted = Error()
  If Not IsNull(book) Then book.close(True)
End Function

Private Sub Answer(files As Object, url As String, said As String)
  Dim writer As Object
  writer = createUnoService("com.sun.star.io.TextOutputStream")
  writer.setOutputStream(files.openFileWrite(url & ".new"))
  writer.setEncoding("UTF-8")
  writer.writeString(said & Chr(10))
  writer.closeOutput()
  files.move(url & ".new", url)
End Sub

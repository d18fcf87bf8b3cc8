"""What points beyond the sheet: pivots, other workbooks, queries, people, labels, signatures."""

from __future__ import annotations

from tests.support.corpus.add import (
    MAIN,
    OFFICE,
    PACKAGE,
    SHEET,
    WORKBOOK,
    Addition,
    Relation,
    before,
    spreadsheet,
)
from tests.support.corpus.controls import vml

_MICROSOFT = "http://schemas.microsoft.com/office"
_XML = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
_PERSON = "{0D3C9A36-5B8C-4C6E-9F59-0C2B8E0A4F11}"
_THREAD = "{6A1F1B7E-7E0B-4F5A-8E52-1B9D27C5A001}"

# How many measures each way of "good is" has, and their figures for Q3 added up.
_CACHE = f"""<pivotCacheDefinition {_XML} r:id="rId1" refreshedBy="P. Officer"
 refreshedDate="43831" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3"
 recordCount="3"><cacheSource type="worksheet"><worksheetSource ref="C3:F6" sheet="Scorecard"/>
</cacheSource><cacheFields count="4"><cacheField name="Good is" numFmtId="0"><sharedItems count="2">
<s v="High"/><s v="Low"/></sharedItems></cacheField>
<cacheField name="Target" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0"
 containsNumber="1" minValue="0.2" maxValue="0.8"/></cacheField>
<cacheField name="Q2 2018/19" numFmtId="0"><sharedItems containsSemiMixedTypes="0"
 containsString="0" containsNumber="1" minValue="0.25" maxValue="0.75"/></cacheField>
<cacheField name="Q3 2018/19" numFmtId="0"><sharedItems containsSemiMixedTypes="0"
 containsString="0" containsNumber="1" minValue="0.23" maxValue="0.82"/></cacheField>
</cacheFields></pivotCacheDefinition>"""
_RECORDS = f"""<pivotCacheRecords {_XML} count="3">
<r><x v="0"/><n v="0.8"/><n v="0.75"/><n v="0.82"/></r>
<r><x v="1"/><n v="0.2"/><n v="0.25"/><n v="0.23"/></r>
<r><x v="0"/><n v="0.8"/><n v="0.7"/><n v="0.66"/></r></pivotCacheRecords>"""
_PIVOT = f"""<pivotTableDefinition {_XML} name="By polarity" cacheId="7" dataCaption="Values"
 updatedVersion="6" minRefreshableVersion="3" createdVersion="6" itemPrintTitles="1" indent="0"
 outline="1" outlineData="1"><location ref="B20:C23" firstHeaderRow="1" firstDataRow="1"
 firstDataCol="1"/><pivotFields count="4"><pivotField axis="axisRow" showAll="0"><items count="3">
<item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField showAll="0"/>
<pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields>
<rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i>
<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1">
<dataField name="Sum of Q3" fld="3" baseField="0" baseItem="0"/></dataFields>
<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1"/>
</pivotTableDefinition>"""

_PIVOT_BOOK = Addition(
    parts={
        "xl/pivotCache/pivotCacheDefinition1.xml": _CACHE,
        "xl/pivotCache/pivotCacheRecords1.xml": _RECORDS,
        "xl/pivotTables/pivotTable1.xml": _PIVOT,
    },
    relations=(
        Relation(
            WORKBOOK, "rId9", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"
        ),
        Relation(SHEET, "rId1", "pivotTable", "../pivotTables/pivotTable1.xml"),
        Relation(
            "xl/pivotTables/pivotTable1.xml", "rId1", "pivotCacheDefinition",
            "../pivotCache/pivotCacheDefinition1.xml",
        ),
        Relation(
            "xl/pivotCache/pivotCacheDefinition1.xml", "rId1", "pivotCacheRecords",
            "pivotCacheRecords1.xml",
        ),
    ),
    types={
        "xl/pivotCache/pivotCacheDefinition1.xml": spreadsheet("pivotCacheDefinition"),
        "xl/pivotCache/pivotCacheRecords1.xml": spreadsheet("pivotCacheRecords"),
        "xl/pivotTables/pivotTable1.xml": spreadsheet("pivotTable"),
    },
    patches={
        WORKBOOK: before(
            "</workbook>", '<pivotCaches><pivotCache cacheId="7" r:id="rId9"/></pivotCaches>'
        ),
    },
)  # fmt: skip

_EXTERNAL = Addition(
    parts={
        "xl/externalLinks/externalLink1.xml": (
            f'<externalLink {_XML}><externalBook r:id="rId1"><sheetNames><sheetName val="Returns"/>'
            '</sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>0.5</v>'
            "</cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
        )
    },
    relations=(
        Relation(WORKBOOK, "rId9", "externalLink", "externalLinks/externalLink1.xml"),
        Relation(
            "xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "returns.xlsx",
            external=True,
        ),
    ),
    types={"xl/externalLinks/externalLink1.xml": spreadsheet("externalLink")},
    patches={
        WORKBOOK: before(
            "<calcPr", '<externalReferences><externalReference r:id="rId9"/></externalReferences>'
        ),
        SHEET: before(
            '</row><row r="5"', '<c r="I4"><f>[1]Returns!$A$1</f><v>0.5</v></c>'
        ),
    },
)  # fmt: skip

_QUERY = Addition(
    parts={
        "xl/connections.xml": (
            f'<connections {_XML}><connection id="1" name="returns" type="6" refreshedVersion="6" '
            'background="1" saveData="1"><textPr sourceFile="returns.csv" delimited="1"/>'
            "</connection></connections>"
        ),
        "xl/queryTables/queryTable1.xml": (
            f'<queryTable {_XML} name="returns" connectionId="1" autoFormatId="16" '
            'applyNumberFormats="0" applyBorderFormats="0"/>'
        ),
        "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    },
    relations=(
        Relation(WORKBOOK, "rId9", "connections", "connections.xml"),
        Relation(SHEET, "rId1", "queryTable", "../queryTables/queryTable1.xml"),
        Relation(SHEET, "rId2", "printerSettings", "../printerSettings/printerSettings1.bin"),
    ),
    types={
        "xl/connections.xml": spreadsheet("connections"),
        "xl/queryTables/queryTable1.xml": spreadsheet("queryTable"),
    },
    defaults={"bin": "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"},
    patches={
        SHEET: before(
            "</worksheet>", '<pageSetup paperSize="9" orientation="landscape" r:id="rId2"/>'
        )
    },
)

_CUSTOM_XML = Addition(
    parts={
        "customXml/item1.xml": '<returns xmlns="urn:example:returns"><in>Q3</in></returns>',
        "customXml/itemProps1.xml": (
            '<ds:datastoreItem xmlns:ds='
            '"http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            'ds:itemID="{2F3B1C77-6E0D-4E0A-9C65-6B7A9D1C0002}"><ds:schemaRefs>'
            '<ds:schemaRef ds:uri="urn:example:returns"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "docMetadata/LabelInfo.xml": (
            f'<clbl:labelList xmlns:clbl="{_MICROSOFT}/2020/mipLabelMetadata"><clbl:label '
            'id="{11111111-2222-4333-8444-555555555555}" enabled="1" method="Standard" '
            'siteId="{66666666-7777-4888-8999-000000000000}" removed="0"/></clbl:labelList>'
        ),
    },
    relations=(
        Relation(WORKBOOK, "rId9", "customXml", "../customXml/item1.xml"),
        Relation("customXml/item1.xml", "rId1", "customXmlProps", "itemProps1.xml"),
        Relation(
            None, "rId9", f"{_MICROSOFT}/2020/02/relationships/classificationlabels",
            "docMetadata/LabelInfo.xml",
        ),
    ),
    types={
        "customXml/itemProps1.xml": (
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        ),
        "docMetadata/LabelInfo.xml": "application/vnd.ms-office.classificationlabels+xml",
    },
)  # fmt: skip

_NOTE = (
    '<v:shape id="_x0000_s1025" type="#_x0000_t201" style="position:absolute;visibility:hidden">'
    '<x:ClientData ObjectType="Note"><x:Anchor>6, 15, 2, 10, 8, 15, 6, 4</x:Anchor>'
    "<x:Row>3</x:Row><x:Column>5</x:Column></x:ClientData></v:shape>"
)
_THREADED = Addition(
    parts={
        "xl/persons/person.xml": (
            f'<personList xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments">'
            f'<person displayName="P. Officer" id="{_PERSON}" userId="po" providerId="None"/>'
            "</personList>"
        ),
        "xl/threadedComments/threadedComment1.xml": (
            f'<ThreadedComments xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments">'
            f'<threadedComment ref="F4" dT="2019-01-14T09:30:00.00" personId="{_PERSON}" '
            f'id="{_THREAD}"><text>Is this final?</text></threadedComment></ThreadedComments>'
        ),
        "xl/comments1.xml": (
            f'<comments xmlns="{MAIN}"><authors><author>tc={_THREAD}</author></authors>'
            '<commentList><comment ref="F4" authorId="0"><text><t>Is this final?</t></text>'
            "</comment></commentList></comments>"
        ),
        "xl/drawings/vmlDrawing1.vml": vml(_NOTE),
    },
    relations=(
        Relation(
            WORKBOOK, "rId9", f"{_MICROSOFT}/2017/10/relationships/person", "persons/person.xml"
        ),
        Relation(
            SHEET, "rId1", f"{_MICROSOFT}/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        Relation(SHEET, "rId2", "comments", "../comments1.xml"),
        Relation(SHEET, "rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
    ),
    types={
        "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
        "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
        "xl/comments1.xml": spreadsheet("comments"),
    },
    defaults={"vml": "application/vnd.openxmlformats-officedocument.vmlDrawing"},
    patches={SHEET: before("</worksheet>", '<legacyDrawing r:id="rId3"/>')},
)  # fmt: skip

_SIGNATURES = f"{PACKAGE}/relationships/digital-signature"
_SIGNED = Addition(
    parts={
        "_xmlsignatures/origin.sigs": b"",
        "_xmlsignatures/sig1.xml": (
            '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/>'
            "<SignatureValue>bm90IGEgcmVhbCBvbmU=</SignatureValue></Signature>"
        ),
    },
    relations=(
        Relation(None, "rId9", f"{_SIGNATURES}/origin", "_xmlsignatures/origin.sigs"),
        Relation(
            "_xmlsignatures/origin.sigs", "rId1", f"{_SIGNATURES}/signature", "sig1.xml"
        ),
    ),
    types={
        "_xmlsignatures/sig1.xml": (
            "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
        )
    },
    defaults={"sigs": "application/vnd.openxmlformats-package.digital-signature-origin"},
)  # fmt: skip

ADDED: dict[str, Addition] = {
    "pivot.xlsx": _PIVOT_BOOK,
    "another-workbook.xlsx": _EXTERNAL,
    "query.xlsx": _QUERY,
    "custom-xml-and-label.xlsx": _CUSTOM_XML,
    "threaded-comments.xlsx": _THREADED,
    "signed.xlsx": _SIGNED,
}

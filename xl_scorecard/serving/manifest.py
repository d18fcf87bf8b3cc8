"""The manifest by which Microsoft's admin centre gives the task pane to officers."""

from __future__ import annotations

import uuid
from xml.sax.saxutils import escape, quoteattr

from xl_scorecard._version import __version__

_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>{id}</Id>
  <Version>{version}</Version>
  <ProviderName>xl-scorecard</ProviderName>
  <DefaultLocale>en-GB</DefaultLocale>
  <DisplayName DefaultValue="Scorecard" />
  <Description DefaultValue={description} />
  <IconUrl DefaultValue={icon_32} />
  <HighResolutionIconUrl DefaultValue={icon_64} />
  <SupportUrl DefaultValue={pane} />
  <AppDomains><AppDomain>{origin}</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook" /></Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.13"><Set Name="ExcelApi" MinVersion="1.13" /></Sets>
  </Requirements>
  <DefaultSettings><SourceLocation DefaultValue={pane} /></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"
    xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Scorecard.Group">
                <Label resid="Name" />
                <Icon>
                  <bt:Image size="16" resid="Icon16" />
                  <bt:Image size="32" resid="Icon32" />
                  <bt:Image size="80" resid="Icon80" />
                </Icon>
                <Control xsi:type="Button" id="Scorecard.Open">
                  <Label resid="Name" />
                  <Supertip><Title resid="Name" /><Description resid="Tip" /></Supertip>
                  <Icon>
                    <bt:Image size="16" resid="Icon16" />
                    <bt:Image size="32" resid="Icon32" />
                    <bt:Image size="80" resid="Icon80" />
                  </Icon>
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>Scorecard</TaskpaneId>
                    <SourceLocation resid="Pane" />
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        <bt:Image id="Icon16" DefaultValue={icon_16} />
        <bt:Image id="Icon32" DefaultValue={icon_32} />
        <bt:Image id="Icon80" DefaultValue={icon_80} />
      </bt:Images>
      <bt:Urls><bt:Url id="Pane" DefaultValue={pane} /></bt:Urls>
      <bt:ShortStrings><bt:String id="Name" DefaultValue="Scorecard" /></bt:ShortStrings>
      <bt:LongStrings><bt:String id="Tip" DefaultValue={description} /></bt:LongStrings>
    </Resources>{signed_on}
  </VersionOverrides>
</OfficeApp>
"""
_SIGNED_ON = """
    <WebApplicationInfo>
      <Id>{client}</Id>
      <Resource>api://{place}/{client}</Resource>
      <Scopes><Scope>openid</Scope><Scope>profile</Scope></Scopes>
    </WebApplicationInfo>"""
_DESCRIPTION = "Checks, rates and summarises the open scorecard"
ICONS = (16, 32, 64, 80)


def manifest(address: str, client: str | None = None) -> str:
    """The add-in-only manifest of the service at an address; it stays the same add-in from version
    to version. `client` is the application of Entra ID that xlwings Server signs on by."""
    place = address.partition("://")[2]
    icons = {f"icon_{size}": quoteattr(f"{address}/icon-{size}.png") for size in ICONS}
    signed_on = _SIGNED_ON.format(client=escape(client), place=escape(place)) if client else ""
    return _MANIFEST.format(
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"{address}/pane.html"),
        version=".".join([*__version__.split(".")[:3], "0"]),
        origin=escape(f"{address.partition('://')[0]}://{place.partition('/')[0]}"),
        pane=quoteattr(f"{address}/pane.html"),
        description=quoteattr(_DESCRIPTION),
        signed_on=signed_on,
        **icons,
    )

package org.tipstats.files.message;

/**
 * Data sets of generic messages. Inside {@link WebhookMessages#message} they are valid against the schemas of the standard.
 */
final class GenericMessages {

    static final String SERIES = """
              <m:DataSet structureRef="S" action="Append">
                <g:Attributes><g:Value id="MULTI_RESPONSE" value="N"/></g:Attributes>
                <g:Group type="Women">
                  <g:GroupKey><g:Value id="SEX" value="F"/></g:GroupKey>
                  <g:Attributes><g:Value id="CONF_STATUS" value="F"/></g:Attributes>
                </g:Group>
                <g:Series>
                  <g:SeriesKey>
                    <g:Value id="REF_AREA" value="AUT"/>
                    <g:Value id="SEX" value="F"/>
                  </g:SeriesKey>

                  <g:Obs><g:ObsDimension id="TIME_PERIOD" value="2015"/><g:ObsValue value="3"/></g:Obs>
                  <g:Obs><g:ObsDimension id="TIME_PERIOD" value="2016"/><g:Attributes><g:Value id="OBS_STATUS" value="O"/></g:Attributes></g:Obs>
                </g:Series>
              </m:DataSet>
            """;

    static final String FLAT = """
              <m:DataSet structureRef="S" action="Delete">
                <g:Obs>
                  <g:ObsKey>
                    <g:Value id="REF_AREA" value="AUT"/>
                    <g:Value id="SEX" value="F"/>
                    <g:Value id="TIME_PERIOD" value="2016"/>
                  </g:ObsKey>
                </g:Obs>
                <g:Obs>
                  <g:ObsKey>
                    <g:Value id="REF_AREA" value="AUT"/>
                    <g:Value id="SEX" value="M"/>
                    <g:Value id="TIME_PERIOD" value="2016"/>
                  </g:ObsKey>
                  <g:ObsValue value="7"/>
                  <g:Attributes><g:Value id="OBS_STATUS" value="A"/></g:Attributes>
                </g:Obs>
              </m:DataSet>
            """;

    private GenericMessages() {}
}

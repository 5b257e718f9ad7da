<#-- The page of a claim link, in whatever login theme the realm has. -->
<#import "template.ftl" as layout>

<#macro value name id text>
    <dt>${name}</dt>
    <dd>
        <code id="${id}">${text}</code>
        <button type="button" class="app-keys-claim-copy ${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}"
                data-copy="${id}" data-copied="${msg("appKeysClaim.copied")}"
                data-selected="${msg("appKeysClaim.selected")}"
                aria-label="${msg("appKeysClaim.copyNamed", name)}" hidden>${msg("appKeysClaim.copy")}</button>
    </dd>
</#macro>

<#assign page>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("appKeysClaim.title." + claim.state)}
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/app-keys-claim.css"/>
        <script src="${url.resourcesPath}/js/app-keys-claim.js"
                data-dark-class="${(darkMode!false)?then(properties.kcDarkModeClass!, "")}"></script>
        <div id="app-keys-claim" data-state="${claim.state}">
            <p class="instruction">${msg("appKeysClaim.text." + claim.state, claim.at!)}</p>
            <#if claim.state = "PENDING">
                <dl>
                    <dt>${msg("appKeysClaim.label")}</dt>
                    <dd id="app-keys-claim-label">${claim.label}</dd>
                    <dt>${msg("appKeysClaim.appKey")}</dt>
                    <dd><code>${claim.appKey}</code></dd>
                    <dt>${msg("appKeysClaim.realm")}</dt>
                    <dd>${realm.displayName!realm.name}</dd>
                </dl>
                <#if claim.overlap??>
                    <p>${msg("appKeysClaim.renewal." + claim.overlap)}</p>
                </#if>
                <form id="app-keys-claim-form" method="post">
                    <input id="app-keys-claim-reveal" type="submit" value="${msg("appKeysClaim.reveal")}"
                           class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}"/>
                </form>
                <p class="app-keys-claim-note">${msg("appKeysClaim.until", claim.at)}</p>
            <#elseif claim.state = "REVEALED">
                <dl>
                    <dt>${msg("appKeysClaim.label")}</dt>
                    <dd id="app-keys-claim-label">${claim.label}</dd>
                    <@value name=msg("appKeysClaim.appKey") id="app-keys-claim-key" text=claim.appKey/>
                    <@value name=msg("appKeysClaim.appToken") id="app-keys-claim-token" text=claim.appToken/>
                </dl>
                <#if claim.expiresAt??>
                    <p>${msg("appKeysClaim.expires", claim.expiresAt)}</p>
                </#if>
                <#if claim.overlap??>
                    <p>${msg("appKeysClaim.old." + claim.overlap, claim.finishAt)}</p>
                </#if>
                <p class="app-keys-claim-note">${msg("appKeysClaim.use")} <code>${claim.tokenUrl}</code></p>
                <ul class="app-keys-claim-note">
                    <li><code>grant_type=client_credentials</code></li>
                    <li><code>${claim.appKeyHeader}</code>: ${msg("appKeysClaim.appKey")}</li>
                    <li><code>${claim.appTokenHeader}</code>: ${msg("appKeysClaim.appToken")}</li>
                </ul>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
</#assign>
<#-- template.ftl of Keycloak 26.4 and 26.5, and of themes made after it, has a title of its own. -->
<#assign html = page?markup_string>
<#if html?contains("<title>")>
${html?keep_before("<title>")?no_esc}<title>${title}</title>${html?keep_after("</title>")?no_esc}
<#else>
${page}
</#if>

<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("appKeyExpiryWhat", label, appKey, realmName, expiresAt)}</p>
<p>${msg("appKeyExpiryDo")}</p>
<p>${msg("appKeyExpiryWhy")}</p>
</@layout.emailLayout>
